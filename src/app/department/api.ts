/** What the server answers about a department, and a hook that asks for it. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { StoredPolicy } from "../../records/policy.schema.ts";
import type { Affected, RuleChange } from "../../records/policyDiff.ts";
import type { Rule, RuleSet } from "../../records/rule.schema.ts";
import type { RuleStatus } from "../../records/status.ts";
import type { KeptCase } from "../../server/department/logbook.ts";
import type { Matrix } from "../../server/department/matrix.ts";
import type { Equipment, StoreItem } from "../../server/department/registers.ts";
import type { KeptResult, QuarterTally } from "../../server/department/results.ts";
import { callApi } from "../account/api.ts";

export interface MatrixAnswer extends Matrix {
  readonly department: { readonly id: string; readonly name: string };
  readonly headName: string;
  readonly isDemonstration: boolean;
  readonly date: string;
}

export interface WrittenEmployment {
  readonly from: string;
  readonly to: string | null;
  readonly role: string;
  readonly workFraction: number;
}

export interface PersonAnswer {
  readonly person: {
    readonly id: string;
    readonly departmentId: string;
    readonly name: string;
    readonly credentials: string;
    readonly accountId: string | null;
    readonly isErased: boolean;
  };
  readonly day: string;
  readonly employments: readonly WrittenEmployment[];
  readonly leaves: readonly { readonly from: string; readonly to: string }[];
  readonly rules: readonly Rule[];
  readonly statuses: readonly RuleStatus[];
  readonly results: readonly KeptResult[];
  readonly caseCount: number;
}

export interface CasesAnswer {
  readonly cases: readonly KeptCase[];
}

export interface PolicyAnswer {
  readonly date: string;
  readonly versions: readonly StoredPolicy[];
  readonly ruleSets: readonly RuleSet[];
}

export type NamedAffected = Affected & { readonly personName: string };

export interface PreviewAnswer {
  readonly changes: readonly RuleChange[];
  readonly firstDay: readonly NamedAffected[];
  readonly afterTransition: readonly NamedAffected[];
}

export type WrittenEquipment = Omit<Equipment, "serviceDueDay" | "safetyDueDay"> & {
  readonly serviceDue: string | null;
  readonly safetyDue: string | null;
};

export type WrittenStoreItem = Omit<StoreItem, "expiresDay"> & { readonly expires: string | null };

export interface RegistersAnswer {
  readonly date: string;
  readonly equipment: readonly WrittenEquipment[];
  readonly store: readonly WrittenStoreItem[];
}

export interface TrendsAnswer {
  readonly tallies: readonly QuarterTally[];
}

export interface Asked<T> {
  readonly answer: T | undefined;
  readonly problem: Problem | undefined;
  readonly ask: () => void;
}

/** Asks the server when the page opens, and again on `ask`. */
export function useAnswer<T>(url: string): Asked<T> {
  const [answer, setAnswer] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const ask = () => {
    void callApi<T>("GET", url).then((result) => {
      if (result.ok) setAnswer(result.value);
      else setProblem(result.problems[0]);
    });
  };
  useEffect(ask, [url]);
  return { answer, problem, ask };
}
