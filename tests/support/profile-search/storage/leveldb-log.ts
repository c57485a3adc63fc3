const blockBytes = 32 * 1024;
const headerBytes = 7;
const fragmentTypes = { full: 1, first: 2, middle: 3, last: 4 } as const;

/**
 * The records of a LevelDB log (also of a MANIFEST), each put together from its fragments: leveldb/doc/log_format.md.
 * Checksums are not looked at and an unfinished record is returned as far as it goes: a search wants everything.
 */
export function readLogRecords(log: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  let open: Uint8Array[] = [];
  const close = (): void => {
    if (open.length > 0) records.push(Buffer.concat(open));
    open = [];
  };
  for (const { type, bytes } of fragments(log)) {
    if (type === fragmentTypes.full || type === fragmentTypes.first) close();
    open.push(bytes);
    if (type === fragmentTypes.full || type === fragmentTypes.last) close();
  }
  close();
  return records;
}

function* fragments(log: Uint8Array): Generator<{ readonly type: number; readonly bytes: Uint8Array }> {
  for (let block = 0; block < log.length; block += blockBytes) {
    const end = Math.min(block + blockBytes, log.length);
    let at = block;
    while (at + headerBytes <= end) {
      const length = (log[at + 4] ?? 0) + (log[at + 5] ?? 0) * 256;
      const type = log[at + 6] ?? 0;
      if (type < fragmentTypes.full || type > fragmentTypes.last) break;
      yield { type, bytes: log.subarray(at + headerBytes, Math.min(at + headerBytes + length, end)) };
      at += headerBytes + length;
    }
  }
}
