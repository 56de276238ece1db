// RESULTS.md from what bench/run.mjs measured.
const ratio = ({ median, min, max }) => `${median.toFixed(2)} [${min.toFixed(2)}, ${max.toFixed(2)}]`;
const time = (seconds) => (seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(2)} s`);
const memory = (mebibytes) => (mebibytes === undefined ? '–' : `${Math.round(mebibytes)} MiB`);
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export function resultsPage({ date, machine, versions, made, gates, runs, verified }, tools, corpora) {
  const letters = Object.keys(corpora).filter((letter) => runs.some((run) => run.letter === letter));
  const size = (letter) => `${(made[letter].bytes / 1e6).toFixed(made[letter].bytes < 1e6 ? 3 : 0)} MB`;
  const title = (letter) => `${letter}: ${corpora[letter].title}`;
  const gateRows = gates.flatMap(({ letter, against, gate, target, peak }) => {
    const run = runs.find((one) => one.letter === letter && one.name === against);
    if (run === undefined) return [];
    const isMet = run.wall.median <= gate && (peak === undefined || (run.peak.own ?? 0) <= peak);
    const verdict = !isMet ? 'no' : run.wall.median <= target ? 'target' : 'gate';
    return [[title(letter), tools[against].title, ratio(run.wall), run.cpu.median.toFixed(2), gate, target, `${memory(run.peak.own)}${peak === undefined ? '' : ` (of ${peak})`}`, `**${verdict}**`]];
  });
  const allRows = letters.flatMap((letter) => runs.filter((run) => run.letter === letter).map((run) => [
    title(letter), tools[run.name].title, run.count, time(run.one.wall.median), time(run.other.wall.median), ratio(run.wall), run.cpu.median.toFixed(2), memory(run.peak.own), memory(run.peak.other),
  ]));
  const verifiedRows = letters.map((letter) => [title(letter), made[letter].bad, ...Object.keys(tools).filter((name) => tools[name].bad !== undefined)
    .map((name) => verified.find((one) => one.letter === letter && one.name === name)?.found ?? '–')]);
  return `# Results

Made by \`npm run bench\` on ${date}: ${machine.processors} × ${machine.processor}, ${machine.memory} GiB, ${machine.system}, Node ${machine.node},
files in the page cache, \`NODE_EXTRA_CA_CERTS\` unset. glance-lint as it is built for users, all recommended rules on, its
compiled code kept by an earlier run. The machine is shared, so only ratios mean something: each is the median of pairs that ran one
after the other in alternating order, with the smallest and the largest. Below 1, glance-lint is the faster one.

## Gates

${table(['corpus', 'against', 'wall, ratio', 'cpu, ratio', 'gate', 'target', 'peak memory', 'met'], gateRows)}

## Against each program

${table(['corpus', 'against', 'pairs', 'glance-lint', 'the other', 'wall, ratio', 'cpu, ratio', 'glance-lint, peak', 'the other, peak'], allRows)}

## What they found

One image in a hundred is bad. Every program checks what a JSON Schema can say of an image (bench/schema/image.json);
glance-lint runs its rules.

${table(['corpus', 'bad images', ...Object.keys(tools).filter((name) => tools[name].bad !== undefined).map((name) => tools[name].title)], verifiedRows)}

## What the others do not do

${Object.values(tools).filter(({ lacks }) => lacks !== '').map(({ title: name, lacks }) => `- **${name}**: ${lacks}.`).join('\n')}

Sizes: ${letters.map((letter) => `${letter} ${size(letter)}, ${made[letter].images} images`).join(' · ')}.
Versions: ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}. How the cost of a run grows: docs/performance.md.
`;
}
