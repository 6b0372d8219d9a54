const many = (count: number, one: string) => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

/** Words of the overview's paragraph and news, and of the trend's own controls. */
export const screens = {
  bulletin: {
    title: 'Summary',
    copy: 'Copy text',
    copied: 'Copied',
    simulated: 'Simulated data. ',
    copyFailed: 'Not copied: select the text and copy it',
    source: (text: string) => `${text}, show source`,
  },
  changes: {
    title: 'Since your last visit',
    summary: ({ added, edited, removed, values }: Record<'added' | 'edited' | 'removed' | 'values', number>) =>
      [
        added > 0 ? many(added, 'new report') : '',
        edited > 0 ? many(edited, 'changed report') : '',
        removed > 0 ? many(removed, 'removed report') : '',
        values > 0 ? many(values, 'headline number') + ' changed' : '',
      ]
        .filter(Boolean)
        .join(', '),
    added: (title: string) => `New report: ${title}`,
    edited: (title: string) => `Changed: ${title}`,
    removed: (count: number) => `${many(count, 'report')} removed`,
    value: (name: string, before: { time: string; text: string } | null, now: { time: string; text: string }) =>
      `${name}: ${before ? `${before.time} ${before.text} → ` : ''}${now.time} ${now.text}`,
    dismiss: 'Got it',
    isNew: 'New',
    isEdited: 'Changed',
  },
  progress: {
    yearly: 'same, by year',
    label: (name: string) => `${name}: progress towards the target`,
  },
  overlay: {
    split: 'By year',
    share: '100%',
    multiples: 'Small multiples',
  },
  brush: {
    title: 'Timeline',
    hint: 'Drag the ends to choose a time; with the keyboard, arrow keys move by one step.',
    start: 'Start',
    end: 'End',
    all: 'All time',
  },
  marks: {
    title: 'How to read the marks',
    exact: 'Exact',
    approximate: 'Approximate (about, nearly, over, under)',
    incomplete: 'Incomplete: only some months are reported',
    target: 'Target',
    zero: 'A report says zero',
    unmentioned: 'Not mentioned: there is a report, without this number',
    unreported: 'Not reported: no report covers this time',
    undefinedValue: 'No single value, for the reason beside it',
  },
};
