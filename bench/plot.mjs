// docs/performance.svg from bench/results.json: how the cost of a run grows. node bench/plot.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const WIDTH = 760;
const PANEL = { width: 340, height: 220 };
const INNER = { left: 52, top: 30, width: 270, height: 150 };
const COLORS = ['#3563c9', '#c2571a', '#2b8a5b'];

const { growth, machine, date } = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'));
const cpu = (points, at) => points.map((point) => [point[at], point.cpu.median, point.cpu.min, point.cpu.max]);
const panels = [
  { title: 'cpu time over number of JSON files', x: 'files', y: 's', lines: [{ name: '', points: cpu(growth.files, 'count') }] },
  { title: 'cpu time over megabytes', x: 'MB', y: 's', lines: growth.bytes.map(({ kind, points }) => ({ name: kind, points: cpu(points, 'megabytes') })) },
  {
    title: 'peak memory over megabytes', x: 'MB', y: 'MiB',
    lines: growth.bytes.map(({ kind, points }) => ({ name: kind, points: points.filter(({ peak }) => peak !== undefined).map(({ megabytes, peak }) => [megabytes, peak, peak, peak]) })),
  },
  { title: 'cpu time over rules, 10 MB of NDJSON', x: 'rules', y: 's', lines: [{ name: '', points: cpu(growth.rules, 'count') }] },
];

const height = 2 * PANEL.height + 40;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="11" role="img">
<title>How the cost of a run grows</title>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${panels.map((panel, index) => `<g transform="translate(${(index % 2) * (PANEL.width + 50) + 5}, ${Math.floor(index / 2) * (PANEL.height + 5)})">${draw(panel)}</g>`).join('\n')}
<text x="12" y="${height - 10}" fill="#666666">${machine.processor}, Node ${machine.node}, ${date}. Points: median; bars: smallest and largest of the runs.</text>
</svg>
`;
writeFileSync(new URL('../docs/performance.svg', import.meta.url), svg);

function draw({ title, x, y, lines }) {
  const points = lines.flatMap((line) => line.points);
  const [mostX, mostY] = [Math.max(...points.map(([value]) => value)), Math.max(...points.map((point) => point[3]))];
  const [ticksX, ticksY] = [ticks(mostX), ticks(mostY)];
  const at = (value, top) => value / top;
  const [endX, endY] = [Math.max(mostX, ticksX.at(-1)), Math.max(mostY, ticksY.at(-1))];
  const px = (value) => (INNER.left + at(value, endX) * INNER.width).toFixed(1);
  const py = (value) => (INNER.top + INNER.height - at(value, endY) * INNER.height).toFixed(1);
  const bottom = INNER.top + INNER.height;
  return [
    `<text x="${INNER.left}" y="16" font-size="12" font-weight="600">${title}</text>`,
    ...ticksY.map((value) => `<line x1="${INNER.left}" x2="${INNER.left + INNER.width}" y1="${py(value)}" y2="${py(value)}" stroke="#e4e4e4"/><text x="${INNER.left - 6}" y="${Number(py(value)) + 4}" text-anchor="end" fill="#555555">${label(value)}</text>`),
    ...ticksX.map((value) => `<text x="${px(value)}" y="${bottom + 15}" text-anchor="middle" fill="#555555">${label(value)}</text>`),
    `<line x1="${INNER.left}" x2="${INNER.left + INNER.width}" y1="${bottom}" y2="${bottom}" stroke="#999999"/>`,
    `<text x="${INNER.left + INNER.width}" y="${bottom + 28}" text-anchor="end" fill="#555555">${x}</text>`,
    `<text x="8" y="${INNER.top + 4}" fill="#555555">${y}</text>`,
    ...lines.map(({ name, points: own }, index) => line(name, own, index)),
  ].join('\n');

  function line(name, own, index) {
    const color = COLORS[index];
    return [
      `<polyline fill="none" stroke="${color}" stroke-width="1.6" points="${own.map(([value, middle]) => `${px(value)},${py(middle)}`).join(' ')}"/>`,
      ...own.map(([value, middle, least, most]) => `<line x1="${px(value)}" x2="${px(value)}" y1="${py(least)}" y2="${py(most)}" stroke="${color}" stroke-opacity="0.5"/><circle cx="${px(value)}" cy="${py(middle)}" r="2.6" fill="${color}"/>`),
      ...(name === '' ? [] : [`<text x="${INNER.left + INNER.width - 75}" y="${INNER.top + INNER.height - 38 + 14 * index}" fill="${color}">${name}</text>`]),
    ].join('\n');
  }
}

/** Round values from 0 on, four to six of them. */
function ticks(most) {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

function label(value) {
  return value >= 1000 ? `${(value / 1000).toLocaleString('en')}k` : Number(value.toFixed(2)).toLocaleString('en');
}
