import packageJson from '../package.json' with { type: 'json' };

/** What reports say of us. */
export const TOOL = { name: packageJson.name, version: packageJson.version };

export const HOME = 'https://github.com/glance-lint/glance-lint';

/** Address of a built-in rule's documentation. */
export function docsOf(ruleId: string): string | null {
  return ruleId.includes('/') ? null : `${HOME}/blob/v${TOOL.version}/docs/rules/${ruleId}.md`;
}
