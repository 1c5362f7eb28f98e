using System.Globalization;

namespace Infra.Databases;

/// <summary>
/// The parameter that makes RDS refuse connections without TLS, where it must differ from RDS's own: 1 since PostgreSQL 15, 0 before.
/// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
/// </summary>
/// <param name="Value">1 refuses such connections, 0 accepts them.</param>
/// <param name="ApplyMethod">Before PostgreSQL 15 the parameter holds from the next start only.</param>
internal sealed record TlsParameter(string Value, string ApplyMethod)
{
    public const string Name = "rds.force_ssl";
    private const int RequiredSince = 15;

    /// <summary>
    /// None where RDS does so by itself: AWS reports a parameter that repeats its default as pending-reboot whatever it was told, and the
    /// provider would change it again with every deployment. https://github.com/hashicorp/terraform-provider-aws/issues/18035
    /// </summary>
    public static TlsParameter? For(string engineVersion, bool required)
    {
        var requiredByItself = int.Parse(engineVersion, CultureInfo.InvariantCulture) >= RequiredSince;
        return required == requiredByItself ? null
            : required ? new TlsParameter("1", "pending-reboot")
            : new TlsParameter("0", "immediate");
    }
}
