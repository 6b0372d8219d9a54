import { startWorkerClient } from '../../../src/worker/client';
import { layDownNewer } from '../../support/store/layDownNewer';
import { workerContract } from '../../support/store/workerContract';

workerContract('real worker', {
  connect: (name) => startWorkerClient(name),
  urlOf: (name) => `/tests/fixtures/${name}/datapackage.json`,
  layDownNewer: (name) => layDownNewer(indexedDB, name),
});
