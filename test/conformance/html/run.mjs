// Opens the HTML report in a real Chromium, from a file: does it filter, can it be used by keyboard, is it accessible
// (axe-core's rules, and our own look at contrasts), does nothing in a hostile manifest become markup? Takes pictures.
// Needs Debian's packages for Chromium, and npm for puppeteer-core and axe-core.
//
//   node test/conformance/html/run.mjs [FOLDER FOR THE PICTURES]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleAndImport } from '../bundle.mjs';

const MANIFESTS = {
  'images/linux.yaml': `images:
  - name: cirros
    disk_format: QCOW2  # as qemu-img has it
    container_format: bare
    hw_disk_bus: virto
    os_distro: Ubuntu
  - name: Debian 13
    disk_format: raw
    container_format: bare
    min_disk: "10"
    hw_firmware_type: UEFI
`,
  'images/windows.json': JSON.stringify([{ name: 'cirros', disk_format: 'qcow2', container_format: 'bare', min_ram: -1, os_type: 'Windows' }], null, 2),
  'images/broken.json': '{"name": "cirros", "disk_format": "qcow2"\n',
  'images/<script>pwned(1)</script>.yaml': `name: "<img src=x onerror=pwned(2)> ]]> </pre></article><script>pwned(3)</script> \\u202e\\e[31m"
disk_format: "'><svg/onload=pwned(4)>"
container_format: bare
"</code><script>pwned(5)</script>": "javascript:pwned(6)"
hw_disk_bus: "\\" onmouseover=\\"pwned(7)"
`,
  'images/many.yaml': `images:\n${Array.from({ length: 40 }, (_, index) => `  - {name: image ${index}, disk_format: VMDK, container_format: bare}\n`).join('')}`,
  'images/long.json': JSON.stringify([{ name: 'long', container_format: 'bare', padding: 'x '.repeat(2000), disk_format: 'QCOW2' }]),
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'glance-lint-html-'));
const pictures = path.resolve(process.argv[2] ?? path.join(folder, 'pictures'));
let failed = 0;
let passed = 0;
try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function check(what, isTrue, detail = '') {
  if (isTrue) passed++;
  else failed++;
  console.log(`${isTrue ? 'ok' : 'FAILED'}: ${what}${isTrue || detail === '' ? '' : `: ${detail}`}`);
}

async function run() {
  const { format, lintFiles } = await bundleAndImport("export { format, lintFiles } from './src/index.ts';");
  for (const [name, text] of Object.entries(MANIFESTS)) {
    const file = path.join(folder, name.replace('/script', '\u2215script'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const report = await lintFiles(['images', 'missing.yaml'], { cwd: folder, preset: 'strict' });
  const clean = { ...report, findings: [], failures: [], summary: { ...report.summary, errors: 0, warnings: 0, infos: 0 } };
  const pages = {};
  for (const [name, one] of Object.entries({ report, clean })) {
    const file = path.join(folder, `${name}.html`);
    writeFileSync(file, await format(one, 'html'));
    pages[name] = pathToFileURL(file).href;
  }
  mkdirSync(pictures, { recursive: true });
  const { launch, axe } = tools();
  const browser = await launch();
  try {
    for (const scheme of ['light', 'dark']) await look(browser, pages, scheme, axe);
    await use(browser, pages.report, report);
    await useWithoutScript(browser, pages.report, report);
    await resist(browser, pages.report);
  } finally {
    await browser.close();
  }
}

/** Chromium from Debian where there is none; the driver and the accessibility rules from npm, aside. */
function tools() {
  const chromium = ['chromium', 'chromium-browser', 'google-chrome'].map(where).find(Boolean) ?? installChromium();
  writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', 'puppeteer-core', 'axe-core'], { cwd: folder, encoding: 'utf8' });
  if (npm.status !== 0) throw new Error(`npm cannot install puppeteer-core and axe-core:\n${npm.stderr}`);
  const require = createRequire(path.join(folder, 'package.json'));
  const puppeteer = import(pathToFileURL(require.resolve('puppeteer-core')).href);
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  return {
    launch: async () => (await puppeteer).default.launch({ executablePath: chromium, args }),
    axe: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'),
  };
}

function where(program) {
  const { stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return stdout.trim();
}

function installChromium() {
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']]) {
    const { status, stderr } = spawnSync('apt-get', args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stderr}`);
  }
  return where('chromium');
}

/** A page, and all that it complains of or asks for. */
async function open(browser, url, { scheme = 'light', width = 1100, height = 900, script = true } = {}) {
  const page = await browser.newPage();
  const complaints = [];
  const requests = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => { complaints.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('request', (request) => requests.push(request.url()));
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height });
  await page.goto(url);
  return { page, complaints, requests };
}

async function look(browser, pages, scheme, axe) {
  for (const [name, url] of Object.entries(pages)) {
    const { page, complaints, requests } = await open(browser, url, { scheme });
    const title = `${name}, ${scheme}`;
    check(`${title}: nothing is complained of`, complaints.length === 0, complaints.join('; '));
    check(`${title}: nothing is fetched but the page`, requests.length === 1 && requests[0] === url, requests.join(' '));
    await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
    const contrasts = await page.evaluate(contrastsOfText);
    const weak = contrasts.filter(({ ratio, least }) => ratio < least);
    check(`${title}: contrasts of ${contrasts.length} kinds of text are enough (least ${Math.min(...contrasts.map(({ ratio }) => ratio)).toFixed(2)})`, weak.length === 0 && contrasts.length > 2, JSON.stringify(weak));
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')}`));
    check(`${title}: axe finds nothing`, violations.length === 0, violations.join('; '));
    await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = false; });
    for (const width of [1100, 360]) {
      await page.setViewport({ width, height: 900 });
      const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      check(`${title}: fits a width of ${width}`, overflow <= 0, `${overflow} too wide`);
      const picture = path.join(pictures, `${name}-${scheme}-${width}.png`);
      await page.screenshot({ path: picture, fullPage: width === 1100 });
      check(`${title}: has its picture`, existsSync(picture) && statSync(picture).size > 5000);
    }
    await page.close();
  }
}

/** Contrast by WCAG 2 between text and what is behind it, for each combination of colours. Runs in the page. */
function contrastsOfText() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, below) => [0, 1, 2].map((index) => top[index] * top[3] + below[index] * (1 - top[3])).concat(1);
  const luminance = (color) => color.slice(0, 3)
    .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const backgroundOf = (element) => {
    const layers = [];
    for (let one = element; one !== null; one = one.parentElement) layers.push(rgba(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), rgba('white'));
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.textContent.trim() === '' || element.closest('script, style') !== null || element.getClientRects().length === 0) continue;
    const pseudo = element.matches('span.line') ? [undefined, '::before'] : [undefined];
    for (const part of pseudo) {
      const style = getComputedStyle(element, part);
      const background = backgroundOf(element);
      const [light, dark] = [luminance(over(rgba(style.color), background)), luminance(background)].sort((a, b) => b - a);
      const isLarge = parseFloat(style.fontSize) >= 24;
      found.set(`${style.color} ${background}`, { text: walker.currentNode.textContent.slice(0, 30), ratio: (light + 0.05) / (dark + 0.05), least: isLarge ? 3 : 4.5 });
    }
  }
  const input = document.querySelector('#filter-text');
  if (input !== null) {
    const [light, dark] = [rgba(getComputedStyle(input, '::placeholder').color), backgroundOf(input)].map(luminance).sort((a, b) => b - a);
    found.set('placeholder', { text: 'placeholder', ratio: (light + 0.05) / (dark + 0.05), least: 4.5 });
  }
  return [...found.values()];
}

/** What is to be seen of the findings. Runs in the page. */
function seen() {
  const isSeen = (element) => element.getClientRects().length > 0;
  return {
    findings: [...document.querySelectorAll('article')].filter(isSeen).length,
    files: [...document.querySelectorAll('section.group')].filter(isSeen).length,
    rules: [...document.querySelectorAll('details.group')].filter(isSeen).length,
    status: document.querySelector('#filter output').textContent,
  };
}

async function use(browser, url, { findings, summary }) {
  const { page, complaints } = await open(browser, url);
  const say = async (words) => {
    await page.$eval('#filter-text', (input) => { input.value = ''; });
    await page.type('#filter-text', `${words} `);
    return page.evaluate(seen);
  };
  const total = findings.length;
  const files = new Set(findings.map(({ file }) => file)).size;
  const all = await page.evaluate(seen);
  check('all findings are there', all.findings === total && all.files === files, JSON.stringify(all));
  const numbers = [summary.errors, summary.warnings, summary.infos, summary.suppressed, summary.files, summary.images];
  check('the totals are the report\'s', (await page.$$eval('.totals b', (all) => all.map(({ innerText }) => innerText))).join() === numbers.join());
  const ofRule = findings.filter(({ rule }) => rule === 'unknown-disk-format');
  const byRule = await say('unknown-disk-format');
  check('filtered by a rule', byRule.findings === ofRule.length && byRule.rules === 1 && byRule.status === `${ofRule.length} of ${total} findings`, JSON.stringify(byRule));
  const twoWords = await say('many.yaml IMAGE 7');
  const expected = findings.filter(({ file, message, image }) => file === 'images/many.yaml' && `${message} ${image?.name}`.includes('7')).length;
  check('filtered by several words, whatever their case', twoWords.findings >= expected && twoWords.files === 1 && twoWords.findings < total, JSON.stringify(twoWords));
  const none = await say('nosuchword');
  check('filtered to nothing', none.findings === 0 && none.files === 0 && none.rules === 0 && none.status === `0 of ${total} findings`, JSON.stringify(none));
  await say('');
  await page.click('input[value=error]');
  const mild = await page.evaluate(seen);
  check('errors switched off', mild.findings === total - summary.errors, JSON.stringify(mild));
  await page.click('input[value=error]');
  check('and on again', (await page.evaluate(seen)).findings === total);
  await page.focus('#filter-text');
  await page.keyboard.press('Enter');
  check('the form goes nowhere', page.url() === url);

  await page.goto(url);
  const focused = () => page.evaluate(() => {
    const { id, tagName, className, value } = document.activeElement;
    return [tagName.toLowerCase(), id || className || value].join(' ');
  });
  const tab = async (times = 1) => {
    for (let index = 0; index < times; index++) await page.keyboard.press('Tab');
    return focused();
  };
  check('the first stop of the keyboard is the way to the findings', await tab() === 'a skip');
  check('which is then to be seen', await page.$eval('.skip', (link) => link.getBoundingClientRect().left >= 0));
  await tab(2);
  check('then the filter', await tab() === 'input filter-text');
  const boxes = [await tab(), await tab(), await tab()];
  check('then the severities', boxes.join() === 'input error,input warning,input info', boxes.join());
  await page.keyboard.press('Space');
  check('which the space bar switches', (await page.evaluate(seen)).findings === total - summary.infos);
  await page.keyboard.press('Space');
  await page.focus('details.rule summary');
  await page.keyboard.press('Enter');
  check('a rule is opened by keyboard', await page.$eval('details.rule', ({ open: isOpen }) => isOpen));
  await tab(2);
  await page.keyboard.press('Enter');
  check('and leads to a finding', new URL(page.url()).hash.startsWith('#f') && await page.evaluate(() => document.querySelector('article:target') !== null));
  check('using it, nothing is complained of', complaints.length === 0, complaints.join('; '));
  await page.close();
}

async function useWithoutScript(browser, url, { findings }) {
  const { page } = await open(browser, url, { script: false });
  const shown = await page.$$eval('article', (articles) => articles.filter((element) => element.getClientRects().length > 0).length);
  check('without script, all findings are there', shown === findings.length);
  check('without script, the filter is not', await page.$eval('#filter', (form) => form.getClientRects().length === 0));
  await page.close();
}

async function resist(browser, url) {
  const { page, complaints } = await open(browser, url);
  const strange = await page.evaluate(() => ({
    scripts: document.scripts.length,
    elements: [...document.querySelectorAll('img, iframe, object, embed, link, base, svg:not(.share), [style], [srcdoc]')].length,
    handlers: [...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
    addresses: [...document.querySelectorAll('[href]')].map((element) => element.getAttribute('href')).filter((href) => !/^(https:\/\/github\.com\/|#)/.test(href)),
    isInside: [...document.querySelectorAll('article')].every((element) => element.closest('main') !== null),
  }));
  check('nothing in a manifest becomes markup', JSON.stringify(strange) === '{"scripts":1,"elements":0,"handlers":0,"addresses":[],"isInside":true}', JSON.stringify(strange));
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.pwned = true;';
    document.body.append(script);
  });
  check('the policy stops scripts that are not ours', await page.evaluate(() => window.pwned === undefined) && complaints.some((text) => text.includes('Content Security Policy')), complaints.join('; '));
  await page.close();
}
