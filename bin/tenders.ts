/**
 * `npm run --silent procurement -- COMMAND …`: what a tender asks of a machine that knows neither our
 * database nor our servers nor a network. Ends with 0 when it is done, 1 when what was given is
 * refused or invalid, 2 when the command is wrongly written.
 */
import { runTenders } from './tenders/run.js'

const { status, stdout, stderr } = await runTenders(process.argv.slice(2))
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
