/* Who this tab is. Every tab is a user of its own, and whoever comes back is the same user again.

   Ids lie in localStorage; a tab holds a lock on its own for as long as it lives, and a new tab
   takes the first that nobody holds. Without locks (a page that is not on loopback) an id lasts
   as long as its tab. */
const KEY = "leg-day-users";

const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

function known() {
  try {
    const ids = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => /^[0-9a-f]{32}$/.test(id)) : [];
  } catch { return []; }
}

/* Resolves to whether the lock is ours; ours stays until the tab closes. */
const hold = (id) => new Promise((resolve) => {
  navigator.locks.request(`${KEY}-${id}`, { ifAvailable: true }, (lock) => {
    resolve(lock !== null);
    return lock === null ? undefined : new Promise(() => {});
  });
});

async function identify() {
  const mine = sessionStorage.getItem(KEY);
  if (!navigator.locks) return mine ?? fresh();
  for (const id of [...(mine ? [mine] : []), ...known()]) if (await hold(id)) return id;
  const id = fresh();
  await hold(id);
  return id;
}

export async function whoAmI() {
  const id = await identify();
  sessionStorage.setItem(KEY, id);
  if (!known().includes(id)) localStorage.setItem(KEY, JSON.stringify([...known(), id].slice(-50)));
  return id;
}

export const somebodyElse = fresh;
