/** Where rows are kept among what is packed: they are made apart from columns, and outlive them. */
export const keysOfRows = { rows: 'rows', sequence: 'rows|sequence' } as const;
