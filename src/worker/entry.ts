import { expose } from 'comlink';
import { openDatabase } from '../store/openDatabase';
import { createApi } from './api';
import { fetchText } from './fetchText';

expose(
  createApi({
    openDatabase: (options) => openDatabase(self.name, options),
    fetchText,
    now: () => new Date().toISOString(),
  }),
);
