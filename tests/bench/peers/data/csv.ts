/** Columns of the published tables that the simulated data fills, as the package's descriptor names them. */
export const columns = {
  areas: 'code name nameEn shortName parent level validFrom validTo place order',
  reports: 'id doc title issuer refArea coverageStart coverageEnd frequency issuedOn issueNumber implied',
  observations:
    'id reportId doc section label indicator value unit qualifier measure category refArea periodStart periodEnd ' +
    'kind status partOf start end surface implied',
} as const;

const field = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(' ');
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
};

/** Lines of a table, each ended. */
export function csvLines(table: keyof typeof columns, rows: Iterable<object>): string {
  const names = columns[table].split(' ');
  const lines: string[] = [];
  for (const row of rows) lines.push(names.map((name) => field(Reflect.get(row, name))).join(','));
  return lines.length > 0 ? lines.join('\n') + '\n' : '';
}

/** The first line of a table. */
export function csvHead(table: keyof typeof columns): string {
  return columns[table].replaceAll(' ', ',') + '\n';
}
