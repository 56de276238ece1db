import type { Rule } from '../../src/model/rule.js';
import blankPaddedName from './blank-padded-name.js';
import caseOnlyPropertyNames from './case-only-property-names.js';
import duplicateId from './duplicate-id.js';
import duplicateName from './duplicate-name.js';
import duplicateTag from './duplicate-tag.js';
import duplicateVersion from './duplicate-version.js';
import emptyName from './empty-name.js';
import emptyPropertyName from './empty-property-name.js';
import fourByteCharacter from './four-byte-character.js';
import kernelOfWrongKind from './kernel-of-wrong-kind.js';
import malformedId from './malformed-id.js';
import misnamedAttribute from './misnamed-attribute.js';
import missingName from './missing-name.js';
import nameTooLong from './name-too-long.js';
import nestedProperties from './nested-properties.js';
import notAnObject from './not-an-object.js';
import outsideImageSchema from './outside-image-schema.js';
import outsideMetadef from './outside-metadef.js';
import ownerWithoutAdmin from './owner-without-admin.js';
import propertyNameTooLong from './property-name-too-long.js';
import propertyNotAString from './property-not-a-string.js';
import reservedName from './reserved-name.js';
import reservedPrefix from './reserved-prefix.js';
import tagTooLong from './tag-too-long.js';
import tooManyProperties from './too-many-properties.js';
import tooManyTags from './too-many-tags.js';
import unresolvedKernel from './unresolved-kernel.js';
import valueTooLong from './value-too-long.js';
import wrongType from './wrong-type.js';

export const IDENTITY_RULES: readonly Rule[] = [
  blankPaddedName,
  caseOnlyPropertyNames,
  duplicateId,
  duplicateName,
  duplicateTag,
  duplicateVersion,
  emptyName,
  emptyPropertyName,
  fourByteCharacter,
  kernelOfWrongKind,
  malformedId,
  misnamedAttribute,
  missingName,
  nameTooLong,
  nestedProperties,
  notAnObject,
  outsideImageSchema,
  outsideMetadef,
  ownerWithoutAdmin,
  propertyNameTooLong,
  propertyNotAString,
  reservedName,
  reservedPrefix,
  tagTooLong,
  tooManyProperties,
  tooManyTags,
  unresolvedKernel,
  valueTooLong,
  wrongType,
];
