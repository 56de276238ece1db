/*
 * Style and script of the HTML report, with the hashes by which its content security policy allows them and nothing
 * else. The tests say what the hashes must be.
 */

export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f6f8; --card: #ffffff; --sunken: #f7f9fb; --line: #d5dce3; --text: #17202a; --soft: #52606d;
  --link: #0a5bb5; --error: #b3261e; --error-tint: #fdecea; --warning: #8a5200; --warning-tint: #fdf2dd;
  --info: #0a5bb5; --info-tint: #e6f0fb; --good: #1c6e36; --good-tint: #e5f4e9; --mark: #ffe08a; --ring: #0a5bb5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1419; --card: #171e26; --sunken: #11171d; --line: #2e3944; --text: #e7edf3; --soft: #a3b1bf;
    --link: #7cb8ff; --error: #ff9a91; --error-tint: #3a1a1a; --warning: #f2bd5b; --warning-tint: #352812;
    --info: #7cb8ff; --info-tint: #14293f; --good: #7fdc9a; --good-tint: #14301e; --mark: #6b5310; --ring: #7cb8ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: .19rem solid var(--ring); outline-offset: .13rem; border-radius: .25rem; }
code, pre, .place { font-family: ui-monospace, "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .875em; }
.skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--card); }
.skip:focus { left: 1rem; top: 1rem; z-index: 2; }
.tool { margin: 0; color: var(--soft); font-size: .9rem; letter-spacing: .02em; }
h1 { margin: .15rem 0 .3rem; font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
h2 { scroll-margin-top: 4.5rem; margin: 2.75rem 0 1rem; font-size: 1.3rem; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 1rem; font-weight: 650; overflow-wrap: anywhere; }
h4 { margin: 0; font-size: 1rem; font-weight: 600; line-height: 1.45; overflow-wrap: anywhere; }
.remarks { margin: 0; color: var(--soft); }
nav { display: inline-block; } nav a { margin-left: 1rem; white-space: nowrap; }
.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr)); gap: .75rem; margin: 1.75rem 0 0; padding: 0; list-style: none; }
.totals li { padding: .8rem .85rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; color: var(--soft); font-size: .875rem; }
.totals b { display: block; color: var(--text); font-size: 1.75rem; font-variant-numeric: tabular-nums; line-height: 1.2; letter-spacing: -.02em; }
.totals .error b { color: var(--error); } .totals .warning b { color: var(--warning); } .totals .info b { color: var(--info); } .totals .none b { color: var(--soft); }
.share { display: block; width: 100%; height: .5rem; margin-top: .75rem; border-radius: .25rem; }
.share .error { fill: var(--error); } .share .warning { fill: var(--warning); } .share .info { fill: var(--info); }
#filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; margin: 1.75rem -1.25rem 0; padding: .75rem 1.25rem; background: var(--page); border-bottom: 1px solid var(--line); }
#filter[hidden] { display: none; }
#filter input[type=search] { flex: 1 1 14rem; min-width: 0; padding: .5rem .75rem; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .5rem; font: inherit; }
#filter ::placeholder { color: var(--soft); opacity: 1; }
#filter fieldset { display: flex; gap: .9rem; margin: 0; padding: 0; border: 0; }
#filter label { display: inline-flex; gap: .35rem; align-items: center; }
#filter input[type=checkbox] { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--link); }
#filter output { min-width: 9.5rem; color: var(--soft); font-variant-numeric: tabular-nums; text-align: right; }
.hush { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.panel { margin: 0 0 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: clip; }
.panel > .title { display: flex; gap: .75rem; justify-content: space-between; align-items: baseline; padding: .8rem 1.25rem; border-bottom: 1px solid var(--line); }
.count { flex: none; color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
.finding { padding: 1.1rem 1.25rem 1.2rem; scroll-margin-top: 5rem; content-visibility: auto; contain-intrinsic-size: auto 17rem; }
.finding + .finding { border-top: 1px solid var(--line); }
.finding:target { box-shadow: inset .25rem 0 var(--ring); }
.finding header { display: grid; grid-template-columns: auto 1fr; gap: .1rem .75rem; max-width: none; margin: 0; padding: 0; }
.where { grid-column: 2; margin: 0; color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
.badge { align-self: start; width: 5.25rem; margin-top: .12rem; padding: .08rem 0; border-radius: 1rem; font-size: .78rem; font-weight: 650; line-height: 1.5; text-align: center; }
.badge.error { color: var(--error); background: var(--error-tint); } .badge.warning { color: var(--warning); background: var(--warning-tint); } .badge.info { color: var(--info); background: var(--info-tint); }
.frame { margin: .8rem 0 0; padding: .55rem 0; background: var(--sunken); border: 1px solid var(--line); border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; direction: ltr; unicode-bidi: isolate; line-height: 1.6; }
.frame span.line { position: relative; display: block; padding: 0 .9rem 0 4.4rem; unicode-bidi: isolate; }
.frame span.line::before { content: attr(data-line); position: absolute; left: 0; width: 3.4rem; color: var(--soft); text-align: right; }
.frame span.hit { background: color-mix(in srgb, var(--mark) 17%, transparent); }
.frame span.hit::before { color: var(--text); font-weight: 700; }
mark { padding: .1em 0; color: inherit; background: var(--mark); border-radius: .15rem; box-shadow: inset 0 -.13em var(--error); }
mark:empty { padding: .1em .12em; }
.shown { color: var(--soft); font-style: italic; }
.facts { display: grid; grid-template-columns: minmax(5.25rem, max-content) 1fr; gap: .25rem .75rem; margin: .8rem 0 0; font-size: .95rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
del, ins { padding: .05em .3em; border-radius: .25rem; white-space: pre-wrap; }
del { color: var(--error); background: var(--error-tint); } ins { color: var(--good); background: var(--good-tint); text-decoration: none; }
.rule summary { display: flex; gap: .75rem; align-items: baseline; padding: .8rem 1.25rem; cursor: pointer; list-style: none; }
.rule summary::-webkit-details-marker { display: none; }
.rule summary::after { content: ""; flex: none; width: .5rem; height: .5rem; margin-left: .25rem; border: solid var(--soft); border-width: 0 .12rem .12rem 0; transform: translateY(-.15rem) rotate(45deg); }
.rule[open] summary::after { transform: rotate(-135deg); }
.rule summary h3 { flex: 1; } .rule summary:focus-visible { outline-offset: -.2rem; }
.rule > div { padding: 0 1.25rem 1rem; } .rule p { margin: 0 0 .6rem; }
.rule ul, .failures ul { margin: 0; padding-left: 1.2rem; } .rule li { margin: .2rem 0; overflow-wrap: anywhere; }
.rule + .rule { margin-top: -.6rem; }
.clean, .failures { padding: 1.1rem 1.25rem; } .clean { margin-top: 2rem; color: var(--good); background: var(--good-tint); border-color: var(--good); }
.failures { margin-top: 2rem; border-color: var(--error); } .failures h2 { margin: 0 0 .5rem; color: var(--error); font-size: 1.1rem; }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
@media (max-width: 36rem) {
  .finding header { grid-template-columns: 1fr; } .where { grid-column: 1; } .badge { justify-self: start; }
  .frame span.line { padding-left: 3rem; } .frame span.line::before { width: 2.3rem; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .4rem; }
  #filter { position: static; } #filter output { flex-basis: 100%; text-align: left; } nav { display: block; } nav a { margin: 0 1rem 0 0; }
}
@media print { #filter, .skip { display: none; } .finding { break-inside: avoid; } body { background: none; } }
`;

export const SCRIPT = String.raw`
const form = document.getElementById('filter');
const input = document.getElementById('filter-text');
const links = new Map([...document.querySelectorAll('[data-of]')].map((item) => [item.dataset.of, item]));
const findings = [...document.querySelectorAll('article')].map((element) => ({
  element, link: links.get(element.id), severity: element.dataset.severity,
  text: (element.closest('section').querySelector('h3').textContent + ' ' + element.textContent).toLowerCase(),
}));
const groups = [...document.querySelectorAll('.group')];

function filter() {
  const words = input.value.toLowerCase().split(/\s+/);
  const severities = [...form.querySelectorAll('[name=severity]:checked')].map(({ value }) => value);
  let shown = 0;
  for (const { element, link, severity, text } of findings) {
    const isShown = severities.includes(severity) && words.every((word) => text.includes(word));
    element.hidden = link.hidden = !isShown;
    if (isShown) shown++;
  }
  for (const group of groups) {
    const all = group.querySelectorAll('article, [data-of]');
    const left = [...all].filter(({ hidden }) => !hidden).length;
    group.hidden = left === 0;
    group.querySelector('.count').textContent = left === all.length ? left : left + ' of ' + all.length;
  }
  const noun = findings.length === 1 ? ' finding' : ' findings';
  form.querySelector('output').textContent = (shown === findings.length ? shown : shown + ' of ' + findings.length) + noun;
}

if (form) {
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
}
`;

export const STYLE_HASH = 'sha256-EcXTGKoAF5vJ0JUPjN8Hnug9xIZXRJV18pb2d5s61G0=';
export const SCRIPT_HASH = 'sha256-4Od75ADIcXt7ymdH20qvIf5zspjfdV2ycPczcXTRSGQ=';
