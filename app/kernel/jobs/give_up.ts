/** Thrown by a job that trying again cannot help: the operator sees it at once. */
export class GiveUp extends Error {
  readonly code = 'E_JOB_GIVEN_UP'
}
