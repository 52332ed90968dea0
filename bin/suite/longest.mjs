/** The longest specs, for a clone that has run none yet: a run remembers what each took (`durations.json`). */

/** Seconds, as quiet runs told them (0074, 0101, 0135, 0157): the others are weighed by their size. */
export const LONGEST = {
  'tests/kernel/what_enters.spec.ts': 38,
  'tests/kernel/verifying_hostile_documents.spec.ts': 34,
  'tests/kernel/a_large_file_through_a_drop_box.spec.ts': 18,
  'tests/kernel/screens_across_processes.spec.ts': 17,
  'tests/kernel/several_web_processes.spec.ts': 17,
  'tests/kernel/pages_stand_without_redis.spec.ts': 14,
  'tests/web/the_document_and_what_is_answered.spec.ts': 15,
  'tests/isolation/a_member_copied_alone.spec.ts': 24,
  'tests/isolation/her_own_pages.spec.ts': 22,
  'tests/isolation/another_tenants_pages.spec.ts': 20,
  'tests/browser/every_page_is_for_everybody.spec.ts': 146,
  'tests/browser/an_acte_from_the_form_to_the_archive.spec.ts': 50,
  'tests/browser/no_dead_link.spec.ts': 36,
  'tests/faults/circuits_told_by_mail.spec.ts': 100,
  'tests/faults/installing_on_debian.spec.ts': 80,
  'tests/faults/plis_outlive_their_processes.spec.ts': 70,
  'tests/faults/dying_processes.spec.ts': 65,
  'tests/faults/imports_outlive_their_process.spec.ts': 50,
  'tests/faults/webhooks_outlive_their_worker.spec.ts': 45,
  'tests/faults/many_live_streams.spec.ts': 15,
}
