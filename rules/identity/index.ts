import type { Rule } from '../../src/model/rule.js';
import duplicateId from './duplicate-id.js';
import nameTooLong from './name-too-long.js';
import outsideImageSchema from './outside-image-schema.js';

export const IDENTITY_RULES: readonly Rule[] = [duplicateId, nameTooLong, outsideImageSchema];
