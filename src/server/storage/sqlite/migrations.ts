import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables';

/** Steps that only ever add: each with its reason, none changed once released. Its place is its version. */
export const migrations: readonly { readonly why: string; readonly up: readonly string[] }[] = [
  {
    why: 'municipalities, enrolment, signed configuration, envelopes, audit',
    up: [
      `create table municipalities (code text primary key, configuration_key text not null,
        administrator_token_digest text not null unique) strict`,
      `create table enrolment_codes (code_key text primary key, municipality text not null references municipalities,
        station_code text not null, expires_at_ms integer not null) strict`,
      `create table enrolment_code_ids (code_id text primary key, municipality text not null references municipalities,
        code_key text not null references enrolment_codes) strict`,
      `create table enrolments (code_key text primary key references enrolment_codes,
        municipality text not null references municipalities, code_id text not null, station_id text not null,
        station_code text not null, signing_key text not null, agreement_key text not null,
        enrolled_at_ms integer not null) strict`,
      'create index enrolments_by_station on enrolments (municipality, station_id)',
      `create table station_homes (station_id text primary key,
        municipality text not null references municipalities) strict`,
      `create table configurations (municipality text not null references municipalities, epoch integer not null,
        version integer not null, jws text not null, published_at_ms integer not null,
        primary key (municipality, epoch, version)) strict`,
      `create table stations (municipality text not null references municipalities, station_id text not null,
        signing_key text not null, state text not null, primary key (municipality, station_id)) strict`,
      `create table envelopes (envelope_id text primary key, municipality text not null references municipalities,
        position integer not null, digest text not null, collected_by text not null references municipalities,
        station_id text not null, sequence integer not null, state text not null, manifest_jws text not null,
        receipt_jws text not null, received_at_ms integer not null, secured_at_ms integer,
        unique (municipality, position), unique (municipality, digest),
        unique (collected_by, station_id, sequence)) strict`,
      `create table envelope_bytes (envelope_id text primary key references envelopes, bytes blob not null) strict`,
      `create table audit_events (municipality text not null references municipalities, position integer not null,
        at_ms integer not null, kind text not null, facts text not null, previous text not null, hash text not null,
        primary key (municipality, position)) strict`,
      `create trigger audit_events_stay before update on audit_events
        begin select raise(abort, 'the audit is append-only'); end`,
      `create trigger audit_events_remain before delete on audit_events
        begin select raise(abort, 'the audit is append-only'); end`,
    ],
  },
  {
    why: 'a station asks whether an application ID was taken before: envelopes are found by their duplicate tag',
    up: [
      'alter table envelopes add column duplicate_tag text',
      `create index envelopes_by_duplicate_tag on envelopes (collected_by, duplicate_tag)
        where duplicate_tag is not null`,
    ],
  },
  {
    why: 'what was restored, released, done and purged',
    up: [
      'alter table envelopes add column released_at_ms integer',
      'alter table envelopes add column done_at_ms integer',
      'alter table envelopes add column purged_at_ms integer',
      'create index envelopes_done on envelopes (municipality, done_at_ms) where purged_at_ms is null',
      'create table epochs (number integer primary key, epoch_id text not null unique, begun_at_ms integer not null) strict',
      'insert into epochs values (1, lower(hex(randomblob(16))), unixepoch() * 1000)',
    ],
  },
  {
    why: 'voids: an application made in error, which may arrive before its envelope',
    up: [
      `create table voids (envelope_id text not null, signer_id text not null,
        municipality text not null references municipalities, position integer not null,
        collected_by text not null references municipalities, station_id text not null, envelope_digest text not null,
        digest text not null, void_jws text not null, receipt_jws text not null, received_at_ms integer not null,
        primary key (envelope_id, signer_id), unique (municipality, position)) strict`,
    ],
  },
  {
    why: 'sealed rosters on their way to stations, destroyed when their time has come',
    up: [
      `create table rosters (municipality text not null references municipalities, digest text not null,
        armored text not null, destroy_at_ms integer not null, primary key (municipality, digest)) strict`,
    ],
  },
  {
    why: 'a station asks what the office voided of its envelopes',
    up: ['create index voids_by_station on voids (station_id, envelope_id)'],
  },
];

/** Brings the database to the newest version; `newer` where a later release has written it, which is left alone. */
export async function migrate(db: Kysely<Tables>): Promise<'migrated' | 'newer'> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ userVersion: number }>`pragma user_version`.execute(transaction);
    const version = rows[0]?.userVersion ?? 0;
    if (version > migrations.length) return 'newer';
    for (const step of migrations.slice(version).flatMap(({ up }) => up)) await sql.raw(step).execute(transaction);
    await sql.raw(`pragma user_version = ${migrations.length}`).execute(transaction);
    return 'migrated';
  });
}
