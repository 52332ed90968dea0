import { checkDecp } from '#lib/decp/check_decp'
import { LocalDate } from '#lib/values'

const TODAY = LocalDate.parse('2026-11-29')
/** Judges a file as it is written, as on 29 November 2026. */
export const judge = (text: string | Uint8Array, previous?: string) =>
  checkDecp(
    Buffer.from(text as string),
    TODAY,
    previous === undefined ? undefined : Buffer.from(previous)
  )
/** Rules and places, in the order of the findings. */
export const said = (findings: ReturnType<typeof judge>) =>
  findings.map(({ level, rule, path }) => `${level === 'warning' ? 'warning ' : ''}${rule} ${path}`)
/** The same of a value, in JSON. */
export const judgeFile = (file: object) => said(judge(JSON.stringify(file)))
