// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite from 'better-sqlite3';

/**
 * One connection in a thread of its own: it runs the statements it is sent, one after the other, and answers each.
 * Plain JavaScript, because a thread is started from a file and Node 20 reads no TypeScript.
 *
 * @import { ThreadAnswer, ThreadQuestion, ThreadSettings } from './sqlite-thread'
 */

/** Statements kept compiled; lists of many lengths make many. */
const mostStatements = 200;

/** What begins a write, or takes one back. */
const startsAnew = new Set(['begin immediate', 'rollback to member', 'rollback']);

/** @type {ThreadSettings} */
const { file, isReader, lockTimeoutMs, pragmas } = workerData;
/** @type {BetterSqlite.Database | undefined} */
let database;
/** @type {Map<string, BetterSqlite.Statement>} */
const statements = new Map();

function open() {
  const opened = new BetterSqlite(file, { timeout: lockTimeoutMs, readonly: isReader, fileMustExist: isReader });
  try {
    for (const pragma of pragmas) opened.pragma(pragma);
  } catch (error) {
    opened.close();
    throw error;
  }
  return opened;
}

/**
 * @param {BetterSqlite.Database} connection
 * @param {string} sql
 */
function prepared(connection, sql) {
  const known = statements.get(sql);
  if (known) return known;
  if (statements.size >= mostStatements) statements.clear();
  const statement = connection.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

/**
 * Why a statement of the write under way was not done: then none after it is done either, and each fails for the same
 * reason, until the write is taken back. So a write's statements can be sent one behind the other, its commit among them.
 *
 * @type {unknown}
 */
let failure;

/**
 * @param {ThreadQuestion} question
 * @returns {ThreadAnswer}
 */
function answer({ id, sql, parameters }) {
  if (startsAnew.has(sql)) failure = undefined;
  try {
    if (failure !== undefined) throw failure;
    database ??= open();
    const statement = prepared(database, sql);
    if (statement.reader)
      return { id, kind: 'done', rows: statement.all(...parameters), isInTransaction: database.inTransaction };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { id, kind: 'done', rows: [], changes, lastInsertRowid, isInTransaction: database.inTransaction };
  } catch (error) {
    if (!isReader) failure = error;
    const code = error instanceof BetterSqlite.SqliteError ? error.code : undefined;
    const message = error instanceof Error ? error.message : String(error);
    return { id, kind: 'failed', code, message, isInTransaction: database?.inTransaction ?? false };
  }
}

const port = parentPort;
port?.on('message', (/** @type {readonly ThreadQuestion[] | 'close'} */ asked) => {
  if (asked !== 'close') return port.postMessage(asked.map(answer));
  database?.close();
  port.close();
});
