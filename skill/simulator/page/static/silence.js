/* What a device does when nobody answers: after eight seconds the reprompt, after eight more the end. */
const REPROMPT_MS = 8000;

export class Silence {
  #timer = null;
  #wait;

  /* state(name) shows where we are; reprompt() speaks again; end() ends the session. */
  constructor({ state, reprompt, end }) {
    Object.assign(this, { state, reprompt, end });
  }

  /* Listen after a reply that asked something. */
  listen(on) {
    this.stop();
    if (!on) return this.state("waiting");
    this.#begin(async () => {
      if (!(await this.reprompt())) return;
      this.#begin(() => this.end());
    });
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  /* Somebody is typing: a person who is speaking is not silent. */
  rest() {
    if (this.#timer === null) return;
    this.stop();
    this.state("waiting");
  }

  resume() { if (this.#wait && this.#timer === null) this.#begin(this.#wait); }

  forget() { this.stop(); this.#wait = null; }

  #begin(next) {
    this.#wait = next;
    this.state("listening");
    this.#timer = setTimeout(() => { this.#timer = null; this.#wait = null; next(); }, REPROMPT_MS);
  }
}
