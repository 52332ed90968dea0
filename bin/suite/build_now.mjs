/** The program of `production_build.mjs`: builds what a server runs, unless that build is there. */
import { ensureBuild } from '../setup/build.mjs'

ensureBuild({ ...process.env, DEMO: 'true' })
