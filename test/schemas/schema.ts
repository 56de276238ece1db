import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';

const addFormats = formatsModule as unknown as typeof formatsModule.default;

export function readSchema(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as AnySchemaObject;
}

/** Compiles a schema as strictly as ajv can, with the ones that it refers to. */
export function compile(schema: AnySchemaObject, others: readonly string[] = []): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats(ajv);
  for (const other of others) ajv.addSchema(readSchema(other));
  return ajv.compile(schema);
}

/** A schema's verdict: undefined when it is satisfied, the first complaint otherwise. */
export function complaint(validate: ValidateFunction, value: unknown): string | undefined {
  if (validate(value) as boolean) return undefined;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim();
}
