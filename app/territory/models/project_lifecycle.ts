import { defineLifecycle } from '#kernel/lifecycle'
import { PROJECT_STEPS } from '../rules/project_steps.js'

/** The seven states of a project; what stands before each event is judged by rules/project_guards. */
export const projectLifecycle = defineLifecycle(PROJECT_STEPS, { of: 'territory.projects' })
