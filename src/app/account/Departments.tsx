/** What an administrator does: departments, and the people of each. */
import { useEffect, useState } from "preact/hooks";
import { ProblemNote } from "../ProblemNote.tsx";
import { callApi } from "./api.ts";
import { Field } from "./Field.tsx";
import { me } from "./me.ts";
import { People } from "./People.tsx";
import { useSubmit } from "./useSubmit.ts";

interface Department {
  readonly id: string;
  readonly name: string;
}

export function Departments() {
  const [departments, setDepartments] = useState<readonly Department[]>([]);
  const [chosenId, setChosenId] = useState<string>();
  const [name, setName] = useState("");
  const read = async () => {
    const url = "/api/departments";
    const answer = await callApi<{ readonly departments: readonly Department[] }>("GET", url);
    if (answer.ok) setDepartments(answer.value.departments);
  };
  useEffect(() => void read(), []);
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi<Department>("POST", "/api/departments", { name }),
    ({ id }) => {
      setName("");
      setChosenId(id);
      void read();
    },
  );
  const chosen = departments.find(({ id }) => id === chosenId);
  const viewer = me.value?.account;
  return (
    <>
      <form class="panel" onSubmit={onSubmit}>
        <h2>Departments</h2>
        <ul class="bare key-row">
          {departments.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                class="key"
                aria-pressed={one.id === chosenId}
                onClick={() => setChosenId(one.id)}
              >
                {one.name}
              </button>
            </li>
          ))}
        </ul>
        <Field label="Name of a new department" value={name} onValue={setName} />
        {problem && <ProblemNote problem={problem} />}
        <button type="submit" class="key" disabled={isBusy}>
          Add it
        </button>
      </form>
      {chosen && viewer && <People key={chosen.id} departmentId={chosen.id} viewer={viewer} />}
    </>
  );
}
