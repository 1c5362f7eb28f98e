using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Configuration.Reference;

namespace Infra.Tests.Configuration.Reference;

public sealed class ConfigReferenceTests
{
    private const string Prefix = "Infra.Tests.Configuration.Reference.ConfigReferenceTests";

    private static readonly XmlDocs Docs = XmlDocs.Parse(
        $"""
        <doc><members>
        <member name="P:{Prefix}.Settings.Service"><summary>The application.</summary></member>
        <member name="P:{Prefix}.Settings.Jobs"><summary>Tasks that run on a schedule.</summary></member>
        <member name="P:{Prefix}.Settings.Days"><summary>Days.</summary></member>
        <member name="P:{Prefix}.Settings.Label"><summary>A label | tag.</summary></member>
        <member name="P:{Prefix}.Service.Image"><summary>The image.</summary></member>
        <member name="P:{Prefix}.Service.Nat"><summary>Internet access of tasks.</summary></member>
        <member name="P:{Prefix}.Service.Public"><summary>Whether anyone may call it.</summary></member>
        <member name="P:{Prefix}.Service.Environment"><summary>Variables; see <see cref="P:{Prefix}.Service.Image"/>.</summary></member>
        <member name="P:{Prefix}.Service.Days"><summary>Days.</summary></member>
        <member name="P:{Prefix}.Service.Domain"><inheritdoc cref="T:{Prefix}.Domain"/></member>
        <member name="T:{Prefix}.Domain"><summary>The
            domain.</summary></member>
        <member name="P:{Prefix}.Domain.HostedZoneId"><summary>The zone.</summary></member>
        <member name="P:{Prefix}.Domain.Aliases"><summary>Other names.</summary></member>
        <member name="P:{Prefix}.Alias.Name"><summary>The name.</summary></member>
        <member name="P:{Prefix}.Job.Schedule"><summary>When.</summary></member>
        <member name="F:{Prefix}.Nat.None"><summary>No way out. Cheap.</summary></member>
        </members></doc>
        """);

    [Fact]
    public void Record_HasATablePerBlock() => Assert.Equal(
        """
        | Key | Type | Required / default | Allowed | Meaning |
        | --- | --- | --- | --- | --- |
        | `app:label` | text | `none` | 1 to 9 characters | A label \| tag. |
        | `app:days` | map of whole numbers | `a`, `b` | 0 or 7 to 11 | Days. |

        ### `app:service`

        The application.

        *Required block.*

        | Key | Type | Required / default | Allowed | Meaning |
        | --- | --- | --- | --- | --- |
        | `image` | text | required | at least 1 character | The image. |
        | `nat` | choice | `onePerZone` | `none` (No way out) or `onePerZone` | Internet access of tasks. |
        | `public` | true/false | `false` |  | Whether anyone may call it. |
        | `environment` | map of text | optional | names: upper-case letters | Variables; see `image`. |
        | `days` | list of whole numbers | `1`, `7` | 1 to 3 items; no duplicates; each 1 to 30 | Days. |
        | `domain` | block | optional |  | The domain. |
        | `domain.hostedZoneId` | text | required in `domain` |  | The zone. |
        | `domain.aliases` | list of blocks | optional |  | Other names. |
        | `domain.aliases[].name` | text | required |  | The name. |

        ### `app:jobs`

        Tasks that run on a schedule.

        *Optional map of blocks; names: lower-case letters.*

        | Key | Type | Required / default | Allowed | Meaning |
        | --- | --- | --- | --- | --- |
        | `<name>.schedule` | text | required |  | When. |

        """.ReplaceLineEndings("\n"),
        ConfigReference.Write(typeof(Settings), "app", Docs));

    [Fact]
    public void PropertiesWithoutSummary_AreListed()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => ConfigReference.Write(typeof(Domain), "app", XmlDocs.Parse("<doc/>")));

        Assert.Equal("the configuration reference needs a <summary> on Domain.HostedZoneId, Domain.Aliases and Alias.Name", problem.Message);
    }

    private enum Nat
    {
        None,
        OnePerZone,
    }

    private sealed record Settings
    {
        public required Service Service { get; init; }

        [Keys("[a-z]+", "lower-case letters")]
        public IReadOnlyDictionary<string, Job> Jobs { get; init; } = new Dictionary<string, Job>();

        [Length(1, 9)]
        public string? Label { get; init; } = "none";

        [AllowedValues(0, 7, 8, 9, 10, 11)]
        public IReadOnlyDictionary<string, int> Days { get; init; } = new Dictionary<string, int> { ["a"] = 1, ["b"] = 7 };

        [JsonIgnore]
        public DateTime Read { get; init; }
    }

    private sealed record Service
    {
        [MinLength(1)]
        public required string Image { get; init; }

        public Nat Nat { get; init; } = Nat.OnePerZone;

        public bool Public { get; init; }

        [Keys("[A-Z]+", "upper-case letters")]
        public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

        [Length(1, 3), Unique, Range(1, 30)]
        public IReadOnlyList<int> Days { get; init; } = [1, 7];

        public Domain? Domain { get; init; }
    }

    private sealed record Domain
    {
        public required string HostedZoneId { get; init; }

        public IReadOnlyList<Alias> Aliases { get; init; } = [];
    }

    private sealed record Alias
    {
        public required string Name { get; init; }
    }

    private sealed record Job
    {
        public required string Schedule { get; init; }
    }
}
