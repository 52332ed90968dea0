import { ProjectCheckSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import { CheckNotDone } from '../errors.js'

/** Something that the method asks before leaving a step, and that was done on a day. */
export default class ProjectCheck extends TenantModel(ProjectCheckSchema) {
  static table = 'territory.project_checks'

  /** What was done for one point of a project. @throws E_PROJECT_CHECK_NOT_DONE */
  static async get(projectId: string, code: string): Promise<ProjectCheck> {
    const check = await this.query().where({ projectId, code }).first()
    if (!check) throw new CheckNotDone()
    return check
  }
}
