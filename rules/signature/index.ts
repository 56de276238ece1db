import type { Rule } from '../../src/model/rule.js';
import incompleteSignature from './incomplete-signature.js';
import malformedCertificateId from './malformed-certificate-id.js';
import malformedSignature from './malformed-signature.js';
import outdatedSignatureKeyType from './outdated-signature-key-type.js';
import unknownSignatureHashMethod from './unknown-signature-hash-method.js';
import unknownSignatureKeyType from './unknown-signature-key-type.js';

export const SIGNATURE_RULES: readonly Rule[] = [
  incompleteSignature, malformedCertificateId, malformedSignature, outdatedSignatureKeyType, unknownSignatureHashMethod,
  unknownSignatureKeyType,
];
