import { clip } from '../words/show.js';

/** js-yaml's reasons in the words of someone who looks at the file. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['null byte is not allowed in input', 'a NUL byte stands here, so this is not text'],
  ['the stream contains non-printable characters', 'a character stands here that YAML does not allow, such as a control character'],
  ['expected valid JSON character', 'a control character stands here; in double quotes it can be written as an escape'],
  ['unknown escape sequence', 'YAML knows no such escape; a backslash itself is written "\\\\", or the text stands in single quotes'],
  ['expected hexadecimal character', 'the escape needs more hexadecimal digits'],

  ['deficient indentation', 'this line is indented less than the brackets or quotes that it stands in'],
  ['bad indentation of a mapping entry', 'the indentation fits no key above'],
  ['bad indentation of a sequence entry', 'the indentation fits no list above'],
  ['tab characters must not be used in indentation', 'a tab stands in the indentation; YAML wants spaces there'],
  ['end of the stream or a document separator is expected', 'this does not go on what stands above: neither its indentation nor its form fits'],
  ['a whitespace character is expected after the key-value separator within a block mapping', 'a space must follow the ":"'],
  ["expected ':' after a mapping key", 'a ":" was expected after this key'],
  ['can not read a block mapping entry; a multiline key may not be an implicit key', 'a ":" is missing after a key'],

  ['missed comma between flow collection entries', 'a comma is missing before this, or a bracket above is not closed'],
  ["expected the node content, but found ','", 'a value is missing before this comma'],
  ['unexpected end of the stream within a flow collection', 'a bracket is never closed'],
  ['unexpected end of the stream within a single quoted scalar', 'a quote is never closed'],
  ['unexpected end of the stream within a double quoted scalar', 'a quote is never closed'],
  ['unexpected end of the document within a single quoted scalar', 'a quote above is not closed'],
  ['unexpected end of the document within a double quoted scalar', 'a quote above is not closed'],

  ['a line break is expected', 'only an indentation digit, "+" or "-" and a comment may follow "|" or ">"; a text that begins so stands in quotes'],
  ['repeat of a chomping mode identifier', 'only one "+" or "-" may follow "|" or ">"'],
  ['repeat of an indentation width identifier', 'only one digit may follow "|" or ">"'],
  ['bad explicit indentation width of a block scalar; it cannot be less than one', 'the digit after "|" or ">" cannot be 0'],

  ['duplication of a tag property', 'a value has two tags'],
  ['duplication of an anchor property', 'a value has two anchors'],
  ['unexpected end of the stream within a verbatim tag', 'the ">" of the tag "!<" is missing'],
  ['named tag handle cannot contain such characters', 'a tag cannot be written like this; a text that begins with "!" stands in quotes'],
  ['tag suffix cannot contain exclamation marks', 'a tag cannot be written like this; a text that begins with "!" stands in quotes'],
  ['tag suffix cannot contain flow indicator characters', 'a tag cannot be written like this; a text that begins with "!" stands in quotes'],
  ['name of an anchor node must contain at least one character', 'an anchor needs a name; a text that begins with "&" stands in quotes'],
  ['name of an alias node must contain at least one character', 'an alias needs a name; a text that begins with "*" stands in quotes'],
  ['alias node should not have any properties', 'an alias can have neither a tag nor an anchor'],

  ['cannot merge mappings; the provided source object is unacceptable', 'a merge key "<<" takes only mappings of this file'],
  ['abnormal merge sequence size', 'a merge key "<<" takes at most 100 mappings'],

  ['directives end mark is expected', 'a line "---" must follow a line that begins with "%"'],
  ['directive name must not be less than one character in length', 'a line that begins with "%" is a directive and needs a name'],
  ['duplication of %YAML directive', 'the YAML version is given twice'],
  ['YAML directive accepts exactly one argument', 'a %YAML line gives one version'],
  ['ill-formed argument of the YAML directive', 'a %YAML line gives a version such as 1.2'],
  ['unacceptable YAML version of the document', 'this version of YAML is not known; 1.1 and 1.2 are'],
  ['TAG directive accepts exactly two arguments', 'a %TAG line gives a prefix and what it stands for'],
  ['ill-formed tag handle (first argument) of the TAG directive', 'a %TAG line begins with a prefix such as "!e!"'],
  ['ill-formed tag prefix (second argument) of the TAG directive', 'a %TAG line cannot have such characters'],
]);

/** Reasons that hold a name or a number: how they begin. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['nesting exceeded maxDepth', 'it nests 100 levels deep or deeper'],
  ['merge keys exceeded', 'merge keys multiply beyond all measure'],
  ['unidentified alias', 'the anchor of this alias does not stand above; a text that begins with "*" stands in quotes'],
  ['recursive alias', 'an alias stands inside the value that it repeats'],
  ['undeclared tag handle', 'the prefix of this tag is not declared; a text that begins with "!" stands in quotes'],
  ['there is a previously declared suffix', 'a %TAG prefix is declared twice'],
  ['tag name cannot contain such characters', 'a tag cannot be written like this; a text that begins with "!" stands in quotes'],
  ['cannot resolve a node', 'the value does not fit its tag'],
];

/** js-yaml's reason in words; one that is not known, cut to what a message can hold. */
export function inWords(reason: string): string {
  return REASONS.get(reason) ?? BEGINNINGS.find(([beginning]) => reason.startsWith(beginning))?.[1] ?? clip(reason, 200);
}
