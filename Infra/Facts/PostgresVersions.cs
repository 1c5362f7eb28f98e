using System.Globalization;

namespace Infra.Facts;

/// <summary>Major versions and instance classes of RDS for PostgreSQL.</summary>
internal static class PostgresVersions
{
    // PostgreSQL has a new major version each autumn, and RDS follows within months: https://www.postgresql.org/support/versioning/
    private const int MaxNewMajors = 3;

    // Older families run versions below 13 only: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
    private const int FirstWithoutOldFamilies = 13;

    private const int WarningDays = 180;

    private static readonly string[] OldFamilies = ["db.m1", "db.m2", "db.m3", "db.m4", "db.r3", "db.r4", "db.t1", "db.t2"];
    private static readonly Lazy<FactFile> Versions = FactFile.Lazy("rds-versions");
    private static readonly Lazy<TypesByRegion> Classes = new(() => new TypesByRegion(FactFile.Read("rds-classes")));

    public static Finding? CheckInstanceClass(string instanceClass, string region) => Classes.Value.Check(instanceClass, region);

    /// <summary>The problem of a class with a major version; null if there is none.</summary>
    public static string? ClassProblem(string instanceClass, int major) =>
        major >= FirstWithoutOldFamilies && OldFamilies.Contains(instanceClass[..instanceClass.LastIndexOf('.')])
            ? $"{instanceClass} does not run PostgreSQL {FirstWithoutOldFamilies} or newer; use a class such as db.t4g.micro or db.m7g.large"
            : null;

    /// <summary>The last day of a major version's standard support; null for an unknown version.</summary>
    public static DateOnly? EndOfStandardSupport(int major) =>
        Versions.Value.Rows.FirstOrDefault(row => Number(row[0]) == major) is { } row ? Day(row[1]) : null;

    public static Finding? Check(int major, bool hasExtendedSupport, DateOnly today)
    {
        var known = Versions.Value.Rows.ToDictionary(row => Number(row[0]));
        var newest = known.Keys.Max();
        if (major > newest)
        {
            return major <= newest + MaxNewMajors
                ? Finding.Warning($"{major} is newer than {newest}, the latest on RDS on {Versions.Value.DateText}; make sure that RDS offers it")
                : Finding.Error($"{major} does not exist; use {newest}");
        }

        var supported = known.Where(entry => today <= Day(entry.Value[1])).Select(entry => $"{entry.Key}").ToList();
        return !known.TryGetValue(major, out var row) || today > Day(row[2]) ? Finding.Error($"RDS no longer offers {major}; use {Words.List(supported, "or")}")
            : today > Day(row[1]) ? CheckEnded(major, hasExtendedSupport, row, Words.List(supported, "or"))
            : today.AddDays(WarningDays) > Day(row[1]) && !hasExtendedSupport ? Finding.Warning(
                $"RDS ends standard support for PostgreSQL {major} on {row[1]}, and then upgrades the database by itself; upgrade it before, at a time of your choice")
            : null;
    }

    private static Finding CheckEnded(int major, bool hasExtendedSupport, IReadOnlyList<string> row, string supported) => hasExtendedSupport
        ? Finding.Warning($"RDS standard support for PostgreSQL {major} ended on {row[1]}: Extended Support is charged per vCPU-hour "
            + $"(0.10 USD in us-east-1, more from the third year), and RDS upgrades the database automatically after {row[2]}; use {supported}")
        : Finding.Error($"RDS standard support for PostgreSQL {major} ended on {row[1]}, and RDS upgrades such databases by itself; use {supported}");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
