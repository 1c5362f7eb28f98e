using System.Globalization;

namespace Infra.Databases;

/// <summary>
/// The parameter that makes RDS refuse connections without TLS. Its default is 1 since PostgreSQL 15 and 0 before.
/// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
/// </summary>
/// <param name="Value">1 refuses connections without TLS, 0 accepts them.</param>
/// <param name="ApplyMethod">Before PostgreSQL 15 the parameter is static: a change takes effect at the next reboot.</param>
internal sealed record TlsParameter(string Value, string ApplyMethod)
{
    public const string Name = "rds.force_ssl";
    private const int FirstVersionWithTlsRequired = 15;

    /// <summary>
    /// Null where the default is right: AWS reports a parameter that repeats its default as pending-reboot whatever was requested, and the
    /// provider would change it again with every deployment. https://github.com/hashicorp/terraform-provider-aws/issues/18035
    /// </summary>
    public static TlsParameter? Plan(string engineVersion, bool isRequired)
    {
        var isRequiredByDefault = int.Parse(engineVersion, CultureInfo.InvariantCulture) >= FirstVersionWithTlsRequired;
        return isRequired == isRequiredByDefault ? null
            : isRequired ? new TlsParameter("1", "pending-reboot")
            : new TlsParameter("0", "immediate");
    }
}
