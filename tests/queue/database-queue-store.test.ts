import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { describeQueueStore } from './queue-store-contract';

describeQueueStore('the queue in IndexedDB', () => databaseQueueStore(openDatabase(`queue-${uuidv7()}`)));
