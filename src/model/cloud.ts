/**
 * The target: what one cloud's operator decided. Every setting has upstream's default
 * (glance/common/config.py), so an empty `cloud` means "Glance as it comes".
 */
export interface Cloud {
  /** `[image_format] disk_formats`. */
  readonly diskFormats: readonly string[];
  /** `[image_format] container_formats`. */
  readonly containerFormats: readonly string[];
  /** Ids of `enabled_backends`; null when not told. */
  readonly stores: readonly string[] | null;
  /** `enabled_import_methods`; null when not told. */
  readonly importMethods: readonly string[] | null;
  /** May the publisher make images public (policy `publicize_image`)? Null when not told. */
  readonly admin: boolean | null;
  /** `image_property_quota`; negative means without limit. */
  readonly propertyQuota: number;
  /** `image_tag_quota`; negative means without limit. */
  readonly tagQuota: number;
  /** `image_size_cap`, bytes. */
  readonly sizeCap: number;
  /** OpenStack release of the target, such as `2025.1` or `zed`; null means the newest. */
  readonly release: string | null;
  /** Nova's virt driver; null when not told. */
  readonly hypervisor: string | null;
  /** Property names that the cloud's own image schema and metadefs add. */
  readonly siteProperties: readonly string[];
  /** The values that the cloud's own metadefs offer, by property. */
  readonly metadefs: Readonly<Record<string, OfferedValues>>;
  /** Holds custom properties, of whatever type, against the cloud's own image schema; null when none was given. */
  readonly checkSite: SiteCheck | null;
}

export interface SiteCheck {
  (properties: Readonly<Record<string, unknown>>): readonly SiteViolation[];
  /** What it goes by, as plain data. */
  readonly schema: unknown;
}

/** What people may choose from for a property. */
export interface OfferedValues {
  readonly values: readonly string[];
  /** The metadef namespaces that offer them. */
  readonly namespaces: readonly string[];
}

/** A custom property that the cloud's own image schema does not allow, or misses. */
export interface SiteViolation {
  readonly property: string;
  readonly isMissing: boolean;
  /** What the property should do: "must be one of …". */
  readonly words: string;
}
