import { propertyFact } from '../facts/properties/index.js';
import { NOVA_LEGACY } from '../facts/properties/nova-legacy.js';
import { SCSI_MODEL } from '../facts/properties/values.js';
import { isOlderThan } from '../facts/releases.js';
import type { Image } from '../model/image.js';
import type { RuleContext } from '../model/rule.js';
import { wordRead } from './property-value.js';
import { flexibleBoolean, pythonInt } from './python.js';

/** What Nova reads, and the name under which the manifest writes it. */
export interface NovaSetting {
  /** In Nova's own spelling: letter case folded, aliases replaced, `true` or `false` for every boolean. */
  readonly value: string;
  readonly name: string;
}

/** Sets hw_disk_bus and, unless it is `ide`, hw_scsi_model. */
const ADAPTER = 'vmware_adaptertype';

const OLD_NAMES: ReadonlyMap<string, readonly string[]> = oldNames();

function oldNames(): Map<string, string[]> {
  const names = new Map([['hw_disk_bus', [ADAPTER]], ['hw_scsi_model', [ADAPTER]]]);
  for (const { name, storedAs } of NOVA_LEGACY) {
    if (storedAs !== undefined && name !== ADAPTER) names.set(storedAs, [name]);
  }
  return names;
}

/** Guests of these are made by QEMU through libvirt; the drivers of the others read few properties. */
const QEMU: ReadonlySet<string> = new Set(['qemu', 'kvm', 'kqemu']);

/**
 * The properties of an image as the cloud's Nova reads them: by their old and their current names, of which the
 * current ones win, with letter case and aliases resolved. A value that Nova refuses, or that is not known, is read as
 * nothing: it is neither set nor absent. A property that is younger than the cloud's release is absent.
 */
export class NovaView {
  readonly #properties: Image['properties'];
  readonly #context: Pick<RuleContext, 'isAbsent' | 'cloud'>;

  constructor(image: Pick<Image, 'properties'>, context: Pick<RuleContext, 'isAbsent' | 'cloud'>) {
    this.#properties = image.properties;
    this.#context = context;
  }

  /** Undefined when the property is absent, not known or refused. */
  get(name: string): NovaSetting | undefined {
    const written = this.#spelling(name);
    const text = written === undefined ? undefined : this.#properties[written];
    if (written === undefined || text === undefined) return undefined;
    const value = written === ADAPTER ? fromAdapter(name, text) : this.#canonical(name, text);
    return value === undefined ? undefined : { value, name: written };
  }

  /** Is the property surely not set, under none of its names? */
  lacks(name: string): boolean {
    return this.#spelling(name) === undefined;
  }

  is(name: string, value: string): boolean {
    return this.get(name)?.value === value;
  }

  /** Is it sure that Nova reads something else than these, or nothing? */
  isNot(name: string, ...values: readonly string[]): boolean {
    const setting = this.get(name);
    return setting === undefined ? this.lacks(name) : !values.includes(setting.value);
  }

  /** An integer as a number: rounded, where it has more than 53 bits. */
  integer(name: string): { readonly value: number; readonly name: string } | undefined {
    const setting = this.get(name);
    const value = setting === undefined ? undefined : pythonInt(setting.value);
    return setting === undefined || value === undefined ? undefined : { value: Number(value), name: setting.name };
  }

  /** The architecture that the guest gets; undefined when it is the host's, or not known. */
  get architecture(): NovaSetting | undefined {
    if (!this.lacks('hw_emulation_architecture')) return this.get('hw_emulation_architecture');
    return this.get('hw_architecture');
  }

  /** Is it sure that the image does not say which architecture it is for? */
  get leavesArchitectureOpen(): boolean {
    return this.lacks('hw_emulation_architecture') && this.lacks('hw_architecture');
  }

  /** Does the image say x86, or leave the architecture open? */
  get isForX86(): boolean {
    return this.leavesArchitectureOpen || ['x86_64', 'i686'].includes(this.architecture?.value ?? '');
  }

  /** What the image asks for, or else what the cloud has; null when neither is told. */
  get hypervisor(): string | null {
    return this.get('img_hv_type')?.value ?? this.#context.cloud.hypervisor;
  }

  /** May the guest be made by QEMU? So it is, unless image or cloud say otherwise. */
  get mayUseQemu(): boolean {
    return this.hypervisor === null || QEMU.has(this.hypervisor);
  }

  /** The name that decides: the current one, if the manifest writes it in any way. */
  #spelling(name: string): string | undefined {
    const since = propertyFact(name)?.since;
    if (since !== undefined && isOlderThan(this.#context.cloud.release, since)) return undefined;
    return [name, ...(OLD_NAMES.get(name) ?? [])].find((written) => {
      const text = this.#properties[written];
      if (written === ADAPTER && text !== undefined) return text !== '' && !(text === 'ide' && name === 'hw_scsi_model');
      return !this.#context.isAbsent(`properties.${written}`);
    });
  }

  #canonical(name: string, text: string): string | undefined {
    const value = propertyFact(name)?.value;
    switch (value?.kind) {
      case 'enum': {
        const word = wordRead(value, text);
        return word === undefined || isOlderThan(this.#context.cloud.release, value.newer?.[word] ?? '') ? undefined : word;
      }
      case 'boolean': return String(flexibleBoolean(text).value);
      case 'integer': return pythonInt(text) === undefined ? undefined : text;
      default: return text;
    }
  }
}

function fromAdapter(name: string, text: string): string | undefined {
  if (name === 'hw_disk_bus') return text === 'ide' ? 'ide' : 'scsi';
  return wordRead(SCSI_MODEL, text);
}
