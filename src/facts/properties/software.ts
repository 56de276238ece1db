import type { PropertyFact, PropertyValue } from './property-fact.js';
import { TEXT, text } from './values.js';

type Part = 'admin' | 'edition' | 'http_port' | 'https_port' | 'listen_port' | 'port' | 'version';

const PORT: PropertyValue = { kind: 'integer', minimum: 1, maximum: 65535 };
const PARTS: Readonly<Record<Part, { readonly summary: string; readonly value: PropertyValue; readonly example: string }>> = {
  admin: { summary: 'account of the administrator', value: text('a user name'), example: 'admin' },
  edition: { summary: 'edition', value: text('an edition as its vendor calls it'), example: 'Standard' },
  http_port: { summary: 'TCP port of HTTP', value: PORT, example: '80' },
  https_port: { summary: 'TCP port of HTTPS', value: PORT, example: '443' },
  listen_port: { summary: 'TCP port', value: PORT, example: '5432' },
  port: { summary: 'TCP port', value: PORT, example: '5432' },
  version: { summary: 'version', value: text('a version'), example: '16.4' },
};

/** Prefix of the names, what the software is called, and what can be told of it. */
const PRODUCTS: readonly (readonly [prefix: string, title: string, parts: readonly Part[]])[] = [
  ['sw_database_cassandra', 'Apache Cassandra', ['admin', 'listen_port', 'version']],
  ['sw_database_couchbaseserver', 'Couchbase Server', ['admin', 'listen_port', 'version']],
  ['sw_database_couchdb', 'CouchDB', ['admin', 'listen_port', 'version']],
  ['sw_database_db2', 'DB2', ['admin', 'port', 'version']],
  ['sw_database_hazlecast', 'Hazelcast', ['port', 'version']],
  ['sw_database_hbase', 'HBase', ['version']],
  ['sw_database_mongodb', 'MongoDB', ['admin', 'listen_port', 'version']],
  ['sw_database_mysql', 'MySQL', ['admin', 'listen_port', 'version']],
  ['sw_database_oracle', 'Oracle', ['edition', 'listen_port', 'version']],
  ['sw_database_postgresql', 'PostgreSQL', ['admin', 'listen_port', 'version']],
  ['sw_database_postsqlserver', 'SQL Server', ['admin']],
  ['sw_database_redis', 'Redis', ['admin', 'listen_port', 'version']],
  ['sw_database_sqlserver', 'SQL Server', ['edition', 'listen_port', 'version']],
  ['sw_runtime_java', 'Java', ['version']],
  ['sw_runtime_perl', 'Perl', ['version']],
  ['sw_runtime_php', 'PHP', ['version']],
  ['sw_runtime_python', 'Python', ['version']],
  ['sw_runtime_ruby', 'Ruby', ['version']],
  ['sw_webserver_apache', 'Apache HTTP Server', ['http_port', 'https_port', 'version']],
  ['sw_webserver_iis', 'IIS', ['http_port', 'https_port', 'version']],
  ['sw_webserver_nginx', 'Nginx', ['http_port', 'https_port', 'version']],
];

const person = { readers: ['person'] } as const;
const CIM = { ...person, source: ['glance etc/metadefs/cim-processor-allocation-setting-data.json'] } as const;

/** What dashboards offer to say about an image. No service reads any of it. */
export const SOFTWARE_PROPERTIES: readonly PropertyFact[] = [
  ...PRODUCTS.flatMap(([prefix, title, parts]) => parts.map((part): PropertyFact => ({
    ...person,
    ...PARTS[part],
    name: `${prefix}_${part}`,
    summary: `${title}: ${PARTS[part].summary}`,
    source: [`glance etc/metadefs/software-${(prefix.split('_')[1] as string)}s.json`],
  }))),
  { ...CIM, name: 'CIM_PASD_InstructionSet', summary: 'instruction set in the words of the CIM schema', value: text('family:set'), example: 'x86:64' },
  { ...CIM, name: 'CIM_PASD_InstructionSetExtensionName', summary: 'instruction set extension in the words of the CIM schema', value: text('family:extension'), example: 'x86:AES' },
  { ...CIM, name: 'CIM_PASD_ProcessorArchitecture', summary: 'processor family in the words of the CIM schema', value: TEXT, example: 'x86' },
];
