import type { FailureMessage, failure as zhFailure, messages as zhMessages } from '../zh/messages';

type Params = Record<string, string | number>;

const kept = 'Everything already stored on this computer is still there.';
const nothingWritten = 'Nothing was written, and what was there before is unchanged.';

/** A sentence for every code that the world can fail with. */
export const messages = {
  'db-newer-than-app': () => ({
    title: 'A newer version has opened the data',
    what: 'The data on this computer was stored by a newer version; this page is older and does not know its format.',
    safe: kept,
    todo: [
      'Refresh the page to get the new version.',
      'If that does not help, ask whoever runs this site for the latest one.',
    ],
  }),
  'db-blocked': () => ({
    title: 'Another tab is using the data',
    what: 'An older version of the dashboard is open in another tab or window, and the database cannot be upgraded until it lets go.',
    safe: kept,
    todo: ['Close the other tabs and windows of this dashboard.', 'Then choose “Try again”.'],
  }),
  'db-refused': () => ({
    title: 'The browser does not allow storing data',
    what: 'The browser refused local storage to this site. Private windows, company policies and privacy settings do this.',
    safe: 'Nothing was read or written.',
    todo: [
      'In a private window: open the dashboard in a normal one.',
      'In the privacy settings of the browser, allow this site to store data (cookies and site data).',
      'Then choose “Try again”.',
    ],
  }),
  'db-quota': () => ({
    title: 'Not enough storage space',
    what: 'The browser has no room for the data.',
    safe: nothingWritten,
    todo: [
      'Free disk space, or delete the data of other sites in the browser (not of this one).',
      'Then choose “Try again”.',
    ],
  }),
  'db-broken': ({ message = '' }: Params) => ({
    title: 'The local database does not open',
    what:
      message === ''
        ? 'The database of the browser reported an error.'
        : `The database of the browser reported an error: ${String(message)}`,
    safe: 'The page has deleted and changed nothing.',
    todo: [
      'Choose “Try again”; mostly this passes.',
      'Close the browser and open it again.',
      'If it stays, contact whoever runs this site before clearing any site data.',
    ],
  }),
  'package-unreachable': () => ({
    title: 'The data package could not be fetched',
    what: 'The first visit reads the data package from the site, and the connection failed.',
    safe: nothingWritten,
    todo: ['Check the network.', 'Then choose “Try again”. Once it has been read, no network is needed.'],
  }),
  'package-invalid': ({ count = 0, resource = '', row = 0, column = '' }: Params) => ({
    title: 'The data package has errors',
    what: [
      'The data package of the site did not pass its checks; so that no number is wrong, none of it was used.',
      count === 0 ? '' : ` Problems: ${String(count)}.`,
      resource === '' ? '' : ` The first is in ${String(resource)}`,
      resource === '' || row === 0 ? '' : `, row ${String(row)}`,
      resource === '' || column === '' ? '' : `, column ${String(column)}`,
      resource === '' ? '' : '.',
    ].join(''),
    safe: nothingWritten,
    todo: ['Send this page to whoever maintains the data.', 'Choose “Try again” when the package has been mended.'],
  }),
  'worker-lost': () => ({
    title: 'The background process stopped',
    what: 'The process that reads and computes has stopped: memory ran out, or the site has just been updated.',
    safe: kept,
    todo: ['Choose “Try again”.', 'If that does not help, close some tabs and refresh the page.'],
  }),
  'font-missing': () => ({
    title: 'No Chinese font',
    what: 'This computer has no Chinese font; the picture would lack characters and was not made.',
    safe: kept,
    todo: ['Install any Chinese font, then export again.'],
  }),
  'export-failed': () => ({
    title: 'The export failed',
    what: 'The picture was not made.',
    safe: kept,
    todo: ['Try again with a smaller scale.'],
  }),
  cancelled: () => ({ title: 'Cancelled', what: 'This step was cancelled.', safe: kept, todo: [] }),
} satisfies typeof zhMessages;

/** The rest of a failure page, and what to say of an error that has no code. */
export const failure = {
  unknown: (detail: string): FailureMessage => ({
    title: 'Something unexpected happened',
    what: detail === '' ? 'An error that nobody foresaw.' : `An error that nobody foresaw: ${detail}`,
    safe: kept,
    todo: ['Choose “Try again”.', 'If it stays, send this page to whoever runs this site.'],
  }),
  todo: 'What to do',
  retry: 'Try again',
  reload: 'Refresh the page',
  details: 'Technical details',
} satisfies typeof zhFailure;
