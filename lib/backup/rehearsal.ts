/** The row whose presence says that nothing leaves: written by the restore itself, in the base itself. */
export const REHEARSAL = 'kernel.rehearsal'

/** `$1`: of which moment the platform is a copy, as JSON `{ at }`. */
export const ENTER_REHEARSAL = `insert into kernel.heartbeats (name, at, details)
  values ('${REHEARSAL}', now(), $1) on conflict (name) do update set details = excluded.details`
