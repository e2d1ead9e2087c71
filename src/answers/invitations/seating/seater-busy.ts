/** Too many wait for a table already. */
export class SeaterBusy extends Error {
  constructor(waiting: number) {
    super(`${waiting} tables are waiting to be filled already, as many as may. Ask again in some seconds.`);
    this.name = 'SeaterBusy';
  }
}
