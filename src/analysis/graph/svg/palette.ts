/** The colours of a drawing, by the names of CSS' custom properties. */
type Palette = Readonly<Record<(typeof names)[number], string>>;

const names = [
  'canvas',
  'card',
  'group',
  'chip',
  'rule',
  'ink',
  'muted',
  'line',
  'accent',
  'logs',
  'traces',
  'metrics',
  'profiles',
  'mixed',
  'control',
  'alert',
  'on-colour',
] as const;

const light: Palette = {
  canvas: '#ffffff',
  card: '#ffffff',
  group: '#f3f6fa',
  chip: '#eef2f7',
  rule: '#d5dce5',
  ink: '#17202c',
  muted: '#566273',
  line: '#8894a4',
  accent: '#0b5fd0',
  logs: '#1565c8',
  traces: '#7b3fd4',
  metrics: '#0b7a53',
  profiles: '#a8530a',
  mixed: '#4d5b6e',
  control: '#9a5b00',
  alert: '#bf2e3f',
  'on-colour': '#ffffff',
};

const dark: Palette = {
  canvas: '#0d1219',
  card: '#1a212b',
  group: '#121923',
  chip: '#262f3c',
  rule: '#323d4c',
  ink: '#e8eef6',
  muted: '#a3b0c0',
  line: '#748397',
  accent: '#6cb0ff',
  logs: '#6cb0ff',
  traces: '#c39bff',
  metrics: '#4cc795',
  profiles: '#eda25f',
  mixed: '#a9b7c8',
  control: '#e2ab4d',
  alert: '#ff8590',
  'on-colour': '#0d1219',
};

/** The colours as custom properties, light, dark where the reader’s system is, and as `data-theme` says. */
export function paletteCss(): string {
  return [
    rule(':root', light),
    `@media (prefers-color-scheme: dark) { ${rule(':root:not([data-theme="light"])', dark)} }`,
    rule(':root[data-theme="dark"]', dark),
  ].join('\n');
}

/** What is printed is light. */
export function printedCss(): string {
  return `@media print { ${rule(':root:root:root', light)} }`;
}

function rule(selector: string, palette: Palette): string {
  return `${selector} { ${names.map((name) => `--${name}: ${palette[name]};`).join(' ')} }`;
}
