import type { Tree } from './tree.js'

/** Ways to say a date in French to whoever reads it (decision 0168); a telephone says itself too. */
const FRENCH = [
  /from '#lib\/french\/(?:dates|since|to_the_second)'/,
  /\b(?:day|longDay|hour|dayAndHour|relative|relativeDay)\b.*from '#lib\/french\/french'/,
  /(?<!PhoneNumber\.parse\(.*)\.toFrench\(\)/,
  /\.toLocale(?:Date|Time)String\(|\.setLocale\(|new Intl\.DateTimeFormat\('fr/,
  /\.toFormat\([^)]*(?:MMM|LLL|ccc|EEE)/,
]

/** What reaches a page; the kernel has none, and what leaves the pages stands in these folders. */
const SCREENS =
  /^(?:app\/(?!kernel\/).*(?<!\/(?:jobs|formats|mails)\/.*)\.ts|resources\/views\/(?!.*\/mails\/).+\.edge)$/

/** What is said in French to everybody, and why. */
const STAYS_FRENCH: Record<string, string> = {
  'app/web/dates.ts': 'says each date twice',
  'app/web/view_globals.ts': 'what views say to who chose no language',
  'app/portal/task_lines.ts': 'gives `said` a French sentence that holds the date',
  // Faults, which a program reads too
  'app/identity/suspension.ts': 'the fault; the screen gives its own day',
  'app/web/messages/nudge.ts': 'a fault',
  'app/parapheur/circuit/told.ts': 'a fault',
  // What is kept, or compared with what is
  'app/actes/rules/doubt.ts': 'kept with the message',
  'app/actes/announce.ts': 'kept with the publication',
  'app/actes/shared_draft.ts': 'kept to be compared with what another wrote',
  'app/parapheur/controllers/delegations_controller.ts': 'kept to be compared',
  'app/parapheur/signing/accept_signatures.ts': 'kept with the step',
  // What is searched by its words
  'app/actes/search.ts': 'somebody types « 12 mars »',
  'app/invoicing/search.ts': 'somebody types « 12 mars »',
  // Papers, and files that are taken away
  'app/parapheur/bordereau/bordereau.ts': 'a PDF',
  'app/parapheur/signing/stamp.ts': 'a PDF',
  'app/procurement/rules/hour_words.ts': 'the règlement, its mails and its faults',
  'app/exchange/receiving/receipt_text.ts': 'a receipt',
  'app/ged/links/receipt_text.ts': 'a receipt',
  'app/ged/separators/new_sheets.ts': 'a PDF',
  'app/invoicing/readable/words.ts': 'a PDF',
  'app/invoicing/service/request.ts': 'a PDF',
  // What a program is answered
  'app/ged/learning/proposals.ts': 'the API; the screen gives its own day',
  // The acte as the law has it read by everybody
  'app/actes/register/filters.ts': 'the public register',
  'app/actes/screens/public_register_screen.ts': 'the public register',
  'app/actes/screens/public_acte_screen.ts': 'the public register',
  // Of a sheet, what its PDF and its evaluation say
  'app/territory/rules/says_dates.ts': 'its dates in French',
  'app/territory/rules/period.ts': 'its periods in French',
  'app/territory/rules/echeance.ts': 'reads and writes what one types',
}

/** A screen takes its dates from #web/dates. */
export const frenchDatesOnScreens = (tree: Tree): string[] =>
  tree.files
    .filter((file) => SCREENS.test(file) && !STAYS_FRENCH[file])
    .flatMap((file) =>
      tree
        .read(file)
        .split('\n')
        .flatMap((line, index) =>
          FRENCH.some((way) => way.test(line))
            ? [`${file}:${index + 1}: a screen says its dates by #web/dates (decision 0168)`]
            : []
        )
    )

/** An exception that nothing needs any more. */
export const idleExceptions = (tree: Tree): string[] =>
  Object.keys(STAYS_FRENCH)
    .filter((file) => !tree.has(file) || !FRENCH.some((way) => saysSo(tree.read(file), way)))
    .map((file) => `${file}: says no date in French any more`)

const saysSo = (text: string, way: RegExp) => text.split('\n').some((line) => way.test(line))
