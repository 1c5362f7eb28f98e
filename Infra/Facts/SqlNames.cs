namespace Infra.Facts;

/// <summary>Names that a database or its user cannot have, or had better not have.</summary>
internal static class SqlNames
{
    // What an RDS instance has from the start: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.html
    private static readonly string[] Databases = ["postgres", "rdsadmin", "template0", "template1"];
    private static readonly string[] Users =
    [
        "rdsadmin", "rdsrepladmin", "rdstopmgr", "rdswriteforwarduser", "rdsproxyadmin", "rds_superuser", "rds_replication", "rds_password", "rds_iam",
        "rds_ad", "rds_extension", "rds_reserved", "public", "none",
    ];

    private static readonly Lazy<FactFile> Names = FactFile.Named("sql-names");

    public static Verdict? JudgeDatabase(string name) =>
        Databases.Contains(name) ? Verdict.Wrong($"{name} exists in every RDS instance already; choose another name") : JudgeWord(name);

    public static Verdict? JudgeUser(string name) =>
        name.StartsWith("pg_", StringComparison.Ordinal) ? Verdict.Wrong($"{name} begins with pg_, which PostgreSQL keeps for itself; choose another name")
        : Users.Contains(name) ? Verdict.Wrong($"{name} is a role that RDS or PostgreSQL has already; choose another name")
        : JudgeWord(name);

    private static Verdict? JudgeWord(string name) =>
        Has("reserved", name) ? Verdict.Wrong($"{name} is a word that RDS reserves; choose another name, such as app_{name}")
        : Has("other", name) ? Verdict.Unknown($"{name} is a key word of SQL, and RDS has refused such names; app_{name} is safe")
        : null;

    private static bool Has(string heading, string name) => Names.Value.Below(heading)!.Any(row => row.Contains(name));
}
