import type { filters as zhFilters } from '../zh/filters';

const everything = 'all data';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Words of the pickers, of undo, and of saved views. */
export const filters = {
  options: {
    chooseAll: 'Select all',
    clear: 'Clear',
    none: 'no data',
    nowhere: 'No report has mentioned it yet',
    searchCategory: 'Search categories',
  },
  timePick: {
    quick: 'Usual ranges',
    ranges: {
      all: 'All',
      thisYear: 'This year',
      lastYear: 'Last year',
      threeYears: 'Last 3 years',
      twelveMonths: 'Last 12 months',
    },
    newest: (month: string) => `Counted from the newest month of the data (${month})`,
    monthsOf: (year: string) => `Months of ${year}`,
    previousYear: 'Previous year',
    nextYear: 'Next year',
    short: { S: ['H1', 'H2'], Q: ['Q1', 'Q2', 'Q3', 'Q4'], M: months },
    ends: 'First and last month',
  },
  steps: {
    undo: 'Undo a step',
    redo: 'Redo a step',
    undoHint: 'Undo the last filter step (Ctrl+Z)',
    redoHint: 'Redo the filter step undone last (Ctrl+Y)',
    undone: (now: string) => `One step undone; now: ${now || everything}`,
    redone: (now: string) => `One step redone; now: ${now || everything}`,
    nothingToUndo: 'No filter step to undo',
    nothingToRedo: 'No filter step to redo',
  },
  views: {
    title: 'Views',
    saved: 'Saved views',
    save: 'Save this view',
    saveTitle: 'Save a view',
    renameTitle: 'Rename the view',
    name: 'Name',
    confirm: 'Save',
    cancel: 'Cancel',
    replaces: 'A view of this name exists; saving puts the current filter in its place.',
    taken: 'A view of this name exists; please choose another.',
    empty: 'Save a filter as a view to open it again at once.',
    recent: 'Recent',
    recentEmpty: 'None yet',
    actions: (name: string) => `Actions of “${name}”`,
    rename: 'Rename',
    copyLink: 'Copy link',
    remove: 'Delete',
    copied: 'Link copied: whoever opens it sees the same view.',
    copyFailed: 'Not copied; please take it from the address bar.',
    removed: (name: string) => `“${name}” deleted`,
    restore: 'Undo',
    failed: 'The view was not stored; please try again.',
    everything,
    ofPage: (page: string, choice: string) => (choice === '' ? page : `${page} · ${choice}`),
  },
} satisfies typeof zhFilters;
