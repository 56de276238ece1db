import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DocumentSymbol, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../src/lsp/analysis.js';
import { completionsAt } from '../../src/lsp/completion.js';
import { diagnosticOf } from '../../src/lsp/diagnostics.js';
import { hoverAt } from '../../src/lsp/hover.js';
import { codeActions } from '../../src/lsp/quick-fixes.js';
import { symbolsOf } from '../../src/lsp/symbols.js';
import { analysisOf } from '../support/analysis.js';
import { Chance } from '../support/chance.js';

const SUPPORT = { related: true, tags: true, links: true, versioned: true, resolves: false, only: undefined };

/** One manifest of each way of writing, with something to find in each. */
const TEXTS: Readonly<Record<string, string>> = {
  'glance.yaml': '# images\n- name: "Größe 😀"\n  disk_format: QCOW2 # no\n  container_format: bare\n  min_disk: "4"\n  tags: [a, &t b, *t]\n  hw_disk_bus: Virtio\n- &base\n  name: b\n  disk_format: raw\n  description: >-\n    some text\n    of two lines\n- {<<: *base, name: c, visibility: Public}\n',
  'record.json': '{"id": "0c1e4b9a-0000-4000-8000-000000000001", "name": "a", "status": "active", "created_at": "x", "disk_format": "qcow2", "size": -1, "tags": ["a", "a"], "hw_video_ram": "x"}\n',
  'stream.ndjson': '{"name": "a", "disk_format": "raw", "container_format": "bare"}\r\n{"name": "a", "disk_format": "RAW", "container_format": "bare"}\r\n',
  'sdk.json': '{\n  "name": "a",\n  "disk_format": "raw",\n  "is_protected": true,\n  "properties": {\n    "hw_disk_bus": "sda",\n    "os_distro": "Ubuntu"\n  }\n}\n',
  'catalogue.yml': '---\nimages:\n  - name: Ubuntu 24.04\n    format: qcow2\n    login: ubuntu\n    min_disk: 8\n    meta:\n      architecture: x86_64\n      hw_scsi_model: virtio\n    versions:\n      - version: 22.10\n        url: https://example.com/a.img\n        checksum: "sha256:00"\n        buld_date: 2024-01-01\n',
  'main.tf': 'resource "openstack_images_image_v2" "a" {\n  name             = "a ${var.x}"\n  disk_format      = "QCOW2"\n  container_format = "bare"\n  min_disk_gb      = 8\n  properties = {\n    hw_disk_bus = "Virtio", os_type = "linux"\n  }\n}\n',
  'orc.yaml': 'apiVersion: openstack.k-orc.cloud/v1alpha1\nkind: Image\nmetadata:\n  name: a\nspec:\n  resource:\n    content: {diskFormat: raw, download: {url: "https://x/y.img"}}\n    properties:\n      hardware:\n        diskBus: Virtio\n',
};
const PIECES = [
  '\n', '\r\n', '\r', '  ', '\t', ': ', ':', '- ', '"', "'", '{', '}', '[', ']', ',', '#', '//', '/*', '&a ', '*a', '!x ', '|\n', '>-\n', '---\n', '...', '<<: *base\n', '😀', '\ud83d', '\0', '\u2028', '\ufeff',
  'disk_format', 'hw_', 'QCOW2', 'true', '1e400', '${', '{{ x }}', '%YAML 1.1\n', '<<EOT\n', '=', '\\', '# glance-lint-disable-next-line unknown-disk-format\n',
];

for (const [path, original] of Object.entries(TEXTS)) {
  test(`${path}: whatever is typed, everything is answered, and within the text`, async () => {
    const chance = new Chance(path.length * 7919 + 5);
    let text = original;
    let before: Analysis | undefined;
    for (let round = 0; round < 100; round++) {
      if (round % 25 === 0) text = original;
      const start = Math.floor(chance.next() * (text.length + 1));
      const removed = chance.is(0.5) ? 0 : Math.floor(chance.next() * 8);
      text = text.slice(0, start) + (chance.is(0.8) ? chance.pick(PIECES) : '') + text.slice(start + removed);
      const analysis: Analysis = await analysisOf(text, { path, ...(before === undefined ? {} : { before }) });
      const offsets = [start, Math.floor(chance.next() * (text.length + 1)), text.length];
      try {
        for (const offset of offsets) lookAt(analysis, offset);
        lookAtAll(analysis);
      } catch (error) {
        throw new Error(`${JSON.stringify([path, text, offsets])}: ${error instanceof Error ? error.stack : String(error)}`);
      }
      if (analysis.report.summary.images > 0) before = analysis;
    }
  });
}

function lookAt(analysis: Analysis, offset: number): void {
  const { document } = analysis;
  const hover = hoverAt(analysis, offset);
  if (hover !== undefined) {
    assert.ok(hover.span.start <= offset && offset <= hover.span.end, 'the hover is somewhere else');
    assert.is.not(hover.text, '');
  }
  const position = document.positionAt(offset);
  for (const { textEdit, label } of completionsAt(analysis, document.offsetAt(position))) {
    const { range, newText } = textEdit as TextEdit;
    assert.is(range.start.line, range.end.line);
    assert.ok(range.start.line === position.line && range.start.character <= position.character && position.character <= range.end.character, `${label} is for another place`);
    assert.is.not(newText.trim(), '');
  }
}

function lookAtAll(analysis: Analysis): void {
  const { document, report } = analysis;
  const whole: Range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
  for (const finding of report.findings) {
    const { start } = diagnosticOf(finding, (file) => file, SUPPORT).range;
    const { offset } = finding.range.start;
    // An editor's cursor cannot stand amid a line end.
    if (document.getText().slice(offset - 1, offset + 1) !== '\r\n') assert.is(document.offsetAt(start), offset);
  }
  for (const { edit } of codeActions(analysis, whole, SUPPORT)) {
    for (const change of edit?.documentChanges ?? []) if ('edits' in change) TextDocument.applyEdits(document, change.edits as TextEdit[]);
  }
  inOrder(symbolsOf(analysis), document);
}

function inOrder(symbols: readonly DocumentSymbol[], document: TextDocument): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.is.not(name, '');
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    assert.ok(start <= document.offsetAt(selectionRange.start) && document.offsetAt(selectionRange.end) <= end, 'the selection is somewhere else');
    inOrder(children, document);
  }
}

test.run();
