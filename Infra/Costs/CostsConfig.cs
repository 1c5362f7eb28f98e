using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Costs;

/// <summary>
/// Assumptions of <c>sandbox cost</c> about a typical month, and a budget. They change no resource. The low estimate assumes the minimum of
/// tasks and no use, the high one the maximum of tasks and <c>highUsageFactor</c> times the use.
/// </summary>
internal sealed record CostsConfig
{
    /// <summary>Budget in USD: <c>sandbox cost</c> exits with 4 when the typical month costs more.</summary>
    [Range(0.01, 10_000_000)]
    public double? MonthlyBudgetUsd { get; init; }

    /// <summary>Factor between the use of a typical month and that of the high estimate.</summary>
    [Range(1, 1000)]
    public double HighUsageFactor { get; init; } = 3;

    /// <summary>Running tasks on average, by service, where scaling makes that differ from the desired count: <c>service</c> for <c>app:service</c>, otherwise the name in <c>app:services</c>.</summary>
    public IReadOnlyDictionary<string, double> AverageTasks { get; init; } = new Dictionary<string, double>();

    /// <summary>Requests to the load balancer, each on a connection of its own.</summary>
    [Range(0, 1_000_000_000_000)]
    public double RequestsPerMonth { get; init; } = 1_000_000;

    /// <summary>Data that load balancers send to the internet, in GiB. The 100 GiB a month that an account has free are not deducted.</summary>
    [Range(0, 100_000_000)]
    public double EgressGiB { get; init; } = 10;

    /// <summary>Data through all NAT gateways, in GiB.</summary>
    [Range(0, 100_000_000)]
    public double NatGiB { get; init; } = 10;

    /// <summary>Data through each interface endpoint, in GiB.</summary>
    [Range(0, 100_000_000)]
    public double EndpointGiB { get; init; } = 1;

    /// <summary>Data written to each log group, in GiB. CloudWatch stores it compressed, for the days that the log group keeps it.</summary>
    [Range(0, 1_000_000)]
    public double LogGiB { get; init; } = 1;

    /// <summary>Data in each bucket of <c>app:buckets</c>, in GiB.</summary>
    [Range(0, 100_000_000)]
    public double BucketGiB { get; init; } = 10;

    /// <summary>Requests that read from each of these buckets, and as many that write.</summary>
    [Range(0, 1_000_000_000_000)]
    public double BucketRequestsPerMonth { get; init; } = 10_000;

    /// <summary>Data on each file system, in GiB; a tenth of it is written, and all of it read, in a month.</summary>
    [Range(0, 100_000_000)]
    public double FileSystemGiB { get; init; } = 10;

    /// <summary>Images in each repository, in GiB.</summary>
    [Range(0, 1_000_000)]
    public double RepositoryGiB { get; init; } = 2;

    /// <summary>Backups of the database beyond the size of its storage, in GiB, which alone are charged.</summary>
    [Range(0, 1_000_000)]
    public double DatabaseBackupGiB { get; init; }

    /// <summary>Data in a serverless cache, in GiB; AWS bills at least 0.1.</summary>
    [Range(0, 5000)]
    public double CacheGiB { get; init; } = 1;

    /// <summary>ElastiCache processing units that a serverless cache uses.</summary>
    [Range(0, 1_000_000_000_000_000)]
    public double CacheEcpusPerMonth { get; init; } = 100_000_000;

    /// <summary>Requests to each queue of <c>app:queues</c>: sending, receiving, polling and deleting.</summary>
    [Range(0, 1_000_000_000_000)]
    public double QueueRequestsPerMonth { get; init; } = 1_000_000;

    /// <summary>Events that start each job with <c>event</c>. Scheduled runs follow from the schedule, manual ones are not counted.</summary>
    [Range(0, 1_000_000_000)]
    public double EventsPerMonth { get; init; } = 1000;

    /// <summary>Duration of a job's run, in minutes.</summary>
    [Range(1, 44_640)]
    public double JobMinutes { get; init; } = 5;

    /// <summary>Price of Fargate Spot in relation to Fargate. AWS publishes no price list for Spot; the default is an observed or a planning value for the region.</summary>
    [Range(0.05, 1)]
    [DerivedDefault("of the price file, `0.306` or `0.4`")]
    public double? SpotPriceFactor { get; init; }
}
