/** What `uuid` of dataset.ts gives: an identifier of that kind and number, in SQL. */
type Uuid = (kind: string, n: string) => string

/**
 * Folders, deposits, invoices and consultations of the two members, as many each as actes; a third of
 * all are in the state that the questions ask for, and the few all fall in March, as the actes do.
 */
export const fillMore = (uuid: Uuid, many: number, few: number): string => {
  const each = `generate_series(0, 1) m, generate_series(0, ${many - 1}) n where m = 1 or n < ${few}`
  const own = (kind: string) => `${uuid('0001', 'm')}, ${uuid(kind, 'm * 1000000 + n')}`
  const moment = `case when m = 0 then timestamptz '2026-03-01' + (n % 31) * interval '1 day'
    else timestamptz '2026-01-01' + (n % 300) * interval '1 day' end + n * interval '1 second'`
  const title = (what: string) => `'${what} ' || md5(n::text)`
  return `
  insert into parapheur.circuits (tenant_id, id, key, version, name, steps)
    select ${uuid('0001', 'm')}, ${uuid('0006', 'm')}, 'banc', 1, 'Signature', '[]' from generate_series(0, 1) m;
  insert into parapheur.folders (tenant_id, id, state, title, circuit_id, circuit_name, origin_capability, origin_id, created_at, moved_at, due_on)
    select ${own('0007')}, case when n % 3 > 0 then 'signed' else 'in_progress' end, ${title('Dossier')}, ${uuid('0006', 'm')}, 'Signature',
      'actes', ${uuid('0005', 'm * 1000000 + n')}, ${moment}, ${moment}, (${moment})::date from ${each};
  insert into archiving.deposits (tenant_id, id, origin_capability, origin_id, state, destination, agreement, message_identifier, title, description, created_at)
    select ${own('0008')}, 'actes', n::text, case when n % 3 > 0 then 'accepted' else 'failed' end, 'internal', 'BANC', 'HALLE-' || n,
      ${title('Versement')}, '{}', ${moment} from ${each};
  insert into invoicing.invoices (tenant_id, id, state, chorus_id, number, issued_on, type, supplier_siret, supplier_siren, supplier_name, currency,
      amount_net, amount_gross, amount_due, deposited_at, due_on)
    select ${own('0009')}, case when n % 3 > 0 then 'paid' else 'available' end, n, 'F-' || n, '2026-01-01', 'FACTURE', '83456789300013', '834567893',
      ${title('Fournisseur')}, 'EUR', 1, 1, 1, ${moment}, (${moment})::date + 30 from ${each};
  insert into procurement.consultations (tenant_id, id, reference, title, description, nature, cpv, place_code, duration_months, ccag, price_form,
      price_type, criteria, deadline, zone, state)
    select ${own('000a')}, 'BANC-' || lpad(n::text, 6, '0'), ${title('Consultation')}, 'Besoin', 'travaux', '45233140', '35000', 12, 'Travaux', 'Mixte',
      'Provisoire', '[]', ${moment}, 'Europe/Paris', case when n % 3 > 0 then 'archived' else 'draft' end from ${each};`
}
