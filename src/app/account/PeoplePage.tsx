/** The people of the own department; for an administrator those of any, and the departments. */
import { AccountFrame } from "./AccountFrame.tsx";
import { Departments } from "./Departments.tsx";
import { People } from "./People.tsx";

export function PeoplePage() {
  return (
    <AccountFrame title="People">
      {({ account }) => {
        if (account === null) return null;
        if (account.departmentId === null) return <Departments />;
        return <People departmentId={account.departmentId} viewer={account} />;
      }}
    </AccountFrame>
  );
}
