import type { SharedForm } from '#web/forms/shared_form'
import { COMPLIANCE, NOTICE_FIELDS, type NoticeField } from '#web/notices/fields'
import type { LastNotices } from '#web/notices/notices'

/** What the operator says of itself, which two of its people may have open. */
export const sharedNotices = ({ said, last }: LastNotices): SharedForm => ({
  key: 'exploitation:mentions',
  what: 'ces mentions',
  stored: Object.fromEntries(NOTICE_FIELDS.map((field) => [field.name, inWords(field, said)])),
  labels: Object.fromEntries(NOTICE_FIELDS.map(({ name, label }) => [name, label])),
  last,
})

const inWords = ({ name, kind }: NoticeField, said: LastNotices['said']): string | null =>
  kind === 'compliance'
    ? (COMPLIANCE.find(({ value }) => value === said[name])?.label ?? null)
    : (said[name] ?? null)
