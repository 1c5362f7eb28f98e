namespace Infra.Facts;

/// <summary>Names that are reserved or risky for a database or its user.</summary>
internal static class SqlNames
{
    // Present on every RDS instance: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.html
    private static readonly string[] Databases = ["postgres", "rdsadmin", "template0", "template1"];
    private static readonly string[] Users =
    [
        "rdsadmin", "rdsrepladmin", "rdstopmgr", "rdswriteforwarduser", "rdsproxyadmin", "rds_superuser", "rds_replication", "rds_password", "rds_iam",
        "rds_ad", "rds_extension", "rds_reserved", "public", "none",
    ];

    private static readonly Lazy<FactFile> Names = FactFile.Lazy("sql-names");

    public static Finding? CheckDatabaseName(string name) =>
        Databases.Contains(name) ? Finding.Error($"{name} already exists on every RDS instance; choose another name") : CheckWord(name);

    public static Finding? CheckUsername(string name) =>
        name.StartsWith("pg_", StringComparison.Ordinal) ? Finding.Error($"{name} starts with pg_, which PostgreSQL reserves; choose another name")
        : Users.Contains(name) ? Finding.Error($"{name} is already a role of RDS or PostgreSQL; choose another name")
        : CheckWord(name);

    private static Finding? CheckWord(string name) =>
        Has("reserved", name) ? Finding.Error($"{name} is a word reserved by RDS; choose another name, such as app_{name}")
        : Has("other", name) ? Finding.Warning($"{name} is an SQL keyword, and RDS has rejected such names; use app_{name} to be safe")
        : null;

    private static bool Has(string heading, string name) => Names.Value.Section(heading)!.Any(row => row.Contains(name));
}
